package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;

/// Plain looks at a text.
final class Text {
  private Text() {}

  static boolean hasAny(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Where the first of the words begins, -1 when none is there.
  static int indexOfAny(String text, String... words) {
    int first = -1;
    for (String word : words) {
      int at = text.indexOf(word);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  /// Where the last of the words begins, -1 when none is there.
  static int lastIndexOfAny(String text, String... words) {
    int last = -1;
    for (String word : words) {
      last = Math.max(last, text.lastIndexOf(word));
    }
    return last;
  }

  /// The parts of a text between any of the marks; empty ones are left out.
  static List<String> parts(String text, String marks) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || marks.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          parts.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /// Splits behind any of the marks, but not inside parentheses and quotation marks; the marks stay
  /// with the piece before them.
  static List<Piece> split(String text, String marks) {
    List<Piece> pieces = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == '(' || here == '《') {
        depth++;
      } else if (here == ')' || here == '》') {
        depth = Math.max(0, depth - 1);
      } else if (marks.indexOf(here) >= 0 && (depth == 0 || here == '。') && !isInFigure(text, i)) {
        pieces.add(new Piece(text.substring(start, i + 1), start));
        start = i + 1;
        depth = 0;
      }
    }
    if (start < text.length()) {
      pieces.add(new Piece(text.substring(start), start));
    }
    return pieces;
  }

  /// A thousands separator parts nothing.
  private static boolean isInFigure(String text, int at) {
    return text.charAt(at) == ','
        && at > 0
        && at + 3 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1))
        && Character.isDigit(text.charAt(at + 2))
        && Character.isDigit(text.charAt(at + 3));
  }

  /// A part of a text and where it begins.
  record Piece(String text, int start) {}
}
