package org.shouyue.server.report;

import java.util.Locale;

/// How a word on paper is meant. Colour is never the only carrier: the word itself says the same.
public enum Tone {
  PLAIN("1f2933"),
  GOOD("1e6b42"),
  WARN("9a6200"),
  BAD("a4161a"),
  DOUBT("6a3fa0"),
  QUIET("5b6673"),
  /// Digests and the like, set small.
  CODE("1f2933");

  private final String colour;

  Tone(String colour) {
    this.colour = colour;
  }

  /// Text colour as six hexadecimal digits; contrast on white is at least 4.5 to 1.
  String colour() {
    return colour;
  }

  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
