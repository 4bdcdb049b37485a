package org.shouyue.server.tenant;

import java.io.ByteArrayOutputStream;

/// Reads the secret that an authenticator is given (RFC 4648 without padding).
final class Base32 {
  private Base32() {}

  static byte[] read(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char letter : text.toCharArray()) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
