package org.shouyue.server.tenant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time codes after RFC 6238: HMAC-SHA-1, steps of 30 seconds, 6 digits, as the
/// usual apps expect them.
final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final int SECRET_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /// The step whose code this is: the present one or one of its two neighbours, for clocks that
  /// differ; empty when it is the code of none.
  static OptionalLong match(byte[] secret, String code, Instant now) {
    long present = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong matched = OptionalLong.empty();
    for (long step = present - 1; step <= present + 1; step++) {
      byte[] expected = code(secret, step, 6).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.UTF_8))) {
        matched = OptionalLong.of(step);
      }
    }
    return matched;
  }

  /// The code of a step.
  static String code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
      int modulus = 1;
      for (int i = 0; i < digits; i++) {
        modulus *= 10;
      }
      return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }

  /// The secret as people type it into an app (RFC 4648 base 32 without padding).
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
