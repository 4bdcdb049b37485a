package org.shouyue.server.report;

import java.util.List;

/// One building stone of a chapter. Every renderer writes all of them.
sealed interface Block {

  /// Running text.
  record Prose(String text) implements Block {}

  /// Text that must not be overlooked.
  record Notice(String text, Tone tone) implements Block {}

  /// A heading inside a chapter.
  record Heading(String chinese, String english) implements Block {}

  /// A table.
  ///
  /// @param caption says what the table shows, also to those who cannot see it
  record Grid(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
    public Grid {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              caption + ": a row of " + row.size() + " cells under " + columns.size() + " columns");
        }
      }
    }
  }

  /// A column of a table.
  ///
  /// @param width share of the table's width, in per cent
  record Column(String chinese, String english, int width, Side side) {
    static Column text(String chinese, String english, int width) {
      return new Column(chinese, english, width, Side.START);
    }

    static Column centred(String chinese, String english, int width) {
      return new Column(chinese, english, width, Side.MIDDLE);
    }

    static Column number(String chinese, String english, int width) {
      return new Column(chinese, english, width, Side.END);
    }
  }

  /// Where the text of a column stands.
  enum Side {
    START("left"),
    MIDDLE("center"),
    END("right");

    private final String style;

    Side(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }

  /// Names and values, one pair a line.
  record Facts(String caption, List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /// One name with its value.
  record Fact(String chinese, String english, Cell value) {
    Fact(String chinese, String english, String value) {
      this(chinese, english, Cell.of(value));
    }
  }

  /// A drawn chart.
  record Picture(Figure figure) implements Block {}

  /// Places to sign, side by side, with room for seals.
  record Signatures(List<SignatoryRow> places) implements Block {
    public Signatures {
      places = List.copyOf(places);
    }
  }
}
