package org.shouyue.server.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in one cell of a table: one or more pieces of text, some of them links.
public record Cell(List<Piece> pieces, Tone tone) {

  public Cell {
    pieces = List.copyOf(pieces);
  }

  /// A piece of text.
  ///
  /// @param link where it leads, relative to the report; null for plain text
  public record Piece(String text, @Nullable String link) {}

  /// Plain text.
  public static Cell of(String text) {
    return of(text, Tone.PLAIN);
  }

  /// Text that is meant in a certain way.
  public static Cell of(String text, Tone tone) {
    return new Cell(List.of(new Piece(text, null)), tone);
  }

  /// A whole number.
  public static Cell of(long number) {
    return of(Long.toString(number));
  }

  /// A count that is meant to be seen when it is not zero.
  public static Cell count(int number, Tone tone) {
    return of(Integer.toString(number), number == 0 ? Tone.PLAIN : tone);
  }

  /// The whole text without its links.
  public String text() {
    return String.join("", pieces.stream().map(Piece::text).toList());
  }
}
