package org.shouyue.contract.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A text to look around in; every look beyond its ends finds nothing.
record Scan(String text) {
  private static final int LONGEST_FIGURE = 24;

  /// A number as written, without its unit.
  ///
  /// @param formal true when written in bookkeeping numerals
  /// @param wide true when written in Chinese numerals
  record Figure(BigDecimal value, boolean wide, boolean formal, int start, int end) {}

  int length() {
    return text.length();
  }

  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  String text(int start, int end) {
    return text.substring(start, Math.min(end, text.length()));
  }

  boolean has(int at, String word) {
    return text.startsWith(word, at);
  }

  /// The first of the words that stands here, null when none does.
  @Nullable String first(int at, String... words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return word;
      }
    }
    return null;
  }

  /// The first index from `at` on whose character is none of these.
  int skip(int at, String characters) {
    int end = at;
    while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  boolean isDigit(int at) {
    return at(at) >= '0' && at(at) <= '9';
  }

  /// The number that starts here, null when none does.
  @Nullable Figure figure(int at) {
    if (isDigit(at)) {
      return arabic(at);
    }
    if (!ChineseNumerals.isNumeral(at(at))) {
      return null;
    }
    int end = ChineseNumerals.runEnd(text, at);
    String run = text.substring(at, end);
    BigDecimal value = ChineseNumerals.parse(run);
    boolean formal = run.chars().anyMatch(character -> ChineseNumerals.isFormal((char) character));
    return value == null ? null : new Figure(value, true, formal, at, end);
  }

  /// A number that is repeated in parentheses, 三(3), as one.
  Figure withRepetition(Figure figure) {
    if (at(figure.end()) != '(') {
      return figure;
    }
    Figure inside = figure(figure.end() + 1);
    boolean same =
        inside != null && inside.value().compareTo(figure.value()) == 0 && at(inside.end()) == ')';
    return inside == null || !same
        ? figure
        : new Figure(
            figure.value(), figure.wide(), figure.formal(), figure.start(), inside.end() + 1);
  }

  private Figure arabic(int at) {
    int end = at;
    StringBuilder digits = new StringBuilder();
    boolean point = false;
    while (end < text.length() && end - at < LONGEST_FIGURE) {
      if (isDigit(end)) {
        digits.append(at(end));
      } else if (at(end) == ',' && isGroup(end)) {
        // a thousands separator
      } else if (at(end) == '.' && !point && isDigit(end + 1)) {
        point = true;
        digits.append('.');
      } else {
        break;
      }
      end++;
    }
    return new Figure(new BigDecimal(digits.toString()), false, false, at, end);
  }

  private boolean isGroup(int comma) {
    return isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4);
  }
}
