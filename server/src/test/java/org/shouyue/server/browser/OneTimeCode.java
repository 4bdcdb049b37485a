package org.shouyue.server.browser;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an authenticator on a phone shows (RFC 6238, SHA-1, six digits, thirty seconds).
final class OneTimeCode {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  /// The code for a secret written in Base32 at a moment.
  static String at(String secret, Instant moment) {
    byte[] hash = hash(decoded(secret), moment.getEpochSecond() / 30);
    int from = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private static byte[] hash(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String text) {
    BigInteger value = BigInteger.ZERO;
    for (char letter : text.toCharArray()) {
      value = value.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
    }
    int bits = text.length() * 5;
    String hex = value.shiftRight(bits % 8).toString(16);
    return HexFormat.of().parseHex("0".repeat(bits / 8 * 2 - hex.length()) + hex);
  }
}
