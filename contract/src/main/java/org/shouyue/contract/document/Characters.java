package org.shouyue.contract.document;

/// Takes out what no reader sees: control characters, zero-width marks, byte order marks.
final class Characters {

  private Characters() {}

  /// The line without invisible characters; tabs stay.
  static String clean(String line) {
    StringBuilder kept = new StringBuilder(line.length());
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (!isInvisible(character)) {
        kept.append(character);
      }
    }
    return kept.toString();
  }

  private static boolean isInvisible(char character) {
    return (character < ' ' && character != '\t')
        || (character >= '\u007f' && character <= '\u009f')
        || (character >= '\u200b' && character <= '\u200f')
        || character == '\u00ad'
        || character == '\u2060'
        || character == '\ufeff';
  }
}
