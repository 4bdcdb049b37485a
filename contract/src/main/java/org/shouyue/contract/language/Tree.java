package org.shouyue.contract.language;

import java.util.List;

/// A written document before anybody asks what it means: the common ground of JSON and YAML.
sealed interface Tree {

  /// Where it begins.
  Mark mark();

  /// A place in a text.
  ///
  /// @param line from 1, 0 where there is no text
  /// @param column from 1, 0 where there is no text
  record Mark(int line, int column) {
    static final Mark NOWHERE = new Mark(0, 0);
  }

  /// A single value.
  ///
  /// @param text as written, without quotes: `0.10` keeps its zero
  /// @param kind what the notation makes of it
  record Scalar(String text, Kind kind, Mark mark) implements Tree {

    enum Kind {
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }
  }

  /// A list.
  record Sequence(List<Tree> items, Mark mark) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Keys with values, in their order, possibly with a key written twice.
  record Mapping(List<Entry> entries, Mark mark) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /// One key with its value.
  record Entry(String key, Mark mark, Tree value) {}
}
