package org.shouyue.server.signature;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of looking at a signature.
///
/// @param algorithm as in `SM3 / SM2`
/// @param claimedAt when the signature itself says that it was made; null when it does not
record SignatureVerdict(
    State state,
    String subject,
    String issuer,
    String serial,
    String fingerprint,
    String algorithm,
    @Nullable Instant claimedAt,
    List<SignatureCheck> checks) {

  SignatureVerdict {
    checks = List.copyOf(checks);
  }

  /// The sum of the checks.
  enum State {
    VALID,
    /// Something is wrong.
    INVALID,
    /// Nothing is wrong that can be seen, but no authority that is trusted here stands behind it.
    UNKNOWN;

    /// The written code, `valid`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// A list of revoked certificates that is missing leaves a note, not a doubt: most authorities
    /// in China hand out none that could be fetched from a closed network.
    static State of(List<SignatureCheck> checks) {
      if (checks.stream().anyMatch(check -> Boolean.FALSE.equals(check.ok()))) {
        return INVALID;
      }
      return checks.stream().anyMatch(check -> check.code().equals("chain") && check.ok() == null)
          ? UNKNOWN
          : VALID;
    }
  }
}
