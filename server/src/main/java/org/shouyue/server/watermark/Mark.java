package org.shouyue.server.watermark;

/// 64 bits that are hidden in a file.
public record Mark(long bits) {

  /// As text in files that hold text that is never shown, `SY` and sixteen digits.
  String code() {
    return "SY%016x".formatted(bits);
  }
}
