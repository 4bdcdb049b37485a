package org.shouyue.server.notify.peer;

import java.nio.charset.StandardCharsets;

/// Texts cut to what a provider takes.
final class Shortened {
  private static final String MORE = "…";

  private Shortened() {}

  /// The text, of at most this many characters.
  static String to(int characters, String text) {
    if (text.codePointCount(0, text.length()) <= characters) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + MORE;
  }

  /// The text, of at most this many bytes in UTF-8.
  static String toBytes(int bytes, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int left = bytes - MORE.getBytes(StandardCharsets.UTF_8).length;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      left -= Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(point);
      at += Character.charCount(point);
    }
    return kept + MORE;
  }
}
