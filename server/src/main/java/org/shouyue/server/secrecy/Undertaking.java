package org.shouyue.server.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person's undertaking to keep one client's secrets.
///
/// @param contractId the contract from which its term comes; null when the client had none
/// @param textVersion which version of our wording it is
/// @param textSha256 of the wording as signed
/// @param way `drawn` in the portal, or `paper` scanned
/// @param until when it ends; null for never
/// @param evidenceSeq where the signature or the scanned paper lies in the chain of evidence
/// @param state `in-force`, `expired` or `withdrawn`, by the business clock
record Undertaking(
    UUID id,
    UUID clientId,
    String clientName,
    @Nullable UUID contractId,
    @Nullable String contractTitle,
    UUID personId,
    String personName,
    int textVersion,
    String textSha256,
    String way,
    Instant signedAt,
    @Nullable Instant until,
    long evidenceSeq,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy,
    @Nullable String withdrawnReason,
    String state) {

  /// Whose chain of evidence holds it.
  UUID chain() {
    return contractId == null ? clientId : contractId;
  }
}
