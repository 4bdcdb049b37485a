package org.shouyue.server.tenant;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with the parameters of Spring Security's current recommendation (16 MiB, 2 passes).
@Component
final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /// Checked against when there is no such account, so that the answer takes as long.
  private volatile @Nullable String decoy;

  String encode(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /// Whether the password is the one encoded; null for an account that does not exist.
  boolean matches(String password, @Nullable String encoded) {
    if (encoded != null) {
      return encoder.matches(password, encoded);
    }
    String against = decoy;
    if (against == null) {
      against = encode(random());
      decoy = against;
    }
    boolean _ = encoder.matches(password, against);
    return false;
  }

  /// A random password, 20 characters.
  static String random() {
    byte[] bytes = new byte[15];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
