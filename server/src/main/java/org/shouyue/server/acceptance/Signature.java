package org.shouyue.server.acceptance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the client's signatory said.
///
/// @param name as the signatory wrote it
/// @param role the signatory's office
/// @param remarks null when there are none
/// @param packageDigest SHA-256 of the manifest of the package as it lay before the signatory
/// @param evidenceSeq the record of the drawn signature in the contract's chain
record Signature(
    UUID acceptanceId,
    UUID clientId,
    UUID personId,
    String name,
    String role,
    Verdict verdict,
    @Nullable String remarks,
    Instant at,
    String packageDigest,
    long evidenceSeq) {

  /// What it comes to.
  enum Verdict {
    @JsonProperty("accepted")
    ACCEPTED("accepted"),
    @JsonProperty("refused")
    REFUSED("refused");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Verdict of(String code) {
      return code.equals(ACCEPTED.code) ? ACCEPTED : REFUSED;
    }
  }
}
