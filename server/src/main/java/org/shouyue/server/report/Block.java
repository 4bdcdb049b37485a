package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// One building stone of a chapter. Every renderer writes all of them; in JSON each says by `block`
/// which it is.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Prose.class, name = "prose"),
  @JsonSubTypes.Type(value = Block.Notice.class, name = "notice"),
  @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
  @JsonSubTypes.Type(value = Block.Grid.class, name = "grid"),
  @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
  @JsonSubTypes.Type(value = Block.Picture.class, name = "picture"),
  @JsonSubTypes.Type(value = Block.Signatures.class, name = "signatures")
})
public sealed interface Block {

  /// Running text.
  record Prose(String text) implements Block {}

  /// Text that must not be overlooked.
  record Notice(String text, Tone tone) implements Block {}

  /// A heading inside a chapter.
  record Heading(String chinese, String english) implements Block {}

  /// A table, or a sentence where it would be empty.
  ///
  /// @param empty the sentence, in Chinese
  static Block table(String caption, String empty, List<Column> columns, List<List<Cell>> rows) {
    return rows.isEmpty() ? new Prose(empty) : new Grid(caption, columns, rows);
  }

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
    /// A column of words.
    public static Column text(String chinese, String english, int width) {
      return new Column(chinese, english, width, Side.START);
    }

    /// A column of short things such as days and states.
    public static Column centred(String chinese, String english, int width) {
      return new Column(chinese, english, width, Side.MIDDLE);
    }

    /// A column of figures.
    public static Column number(String chinese, String english, int width) {
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
    /// A plain value.
    public Fact(String chinese, String english, String value) {
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
