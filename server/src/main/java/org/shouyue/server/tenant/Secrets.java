package org.shouyue.server.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Random texts that open something, and the digests that we keep in their place: a copy of the
/// database opens no door. For texts with enough randomness of their own, not for passwords.
final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Without those that are mistaken for one another when read aloud.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private Secrets() {}

  /// 256 random bits, as fit for a header or an address.
  static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Groups of four characters that people copy by hand, five bits each.
  static String readable(int groups) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups * 4; i++) {
      text.append(i > 0 && i % 4 == 0 ? "-" : "");
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
