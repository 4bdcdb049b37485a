package org.shouyue.server.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A settlement as it stood on a day, for both sides to confirm.
///
/// @param total what the client owes when everything known is set off; negative the other way
/// @param reportId the paper
record Statement(
    UUID id,
    UUID clientId,
    UUID contractId,
    LocalDate asOf,
    BigDecimal total,
    UUID reportId,
    Instant createdAt,
    String createdBy,
    List<Signed> signatures) {

  /// One side's confirmation.
  ///
  /// @param side `client` or `provider`
  record Signed(String side, String name, String role, Instant at, long evidenceSeq) {}

  boolean isSignedBy(String side) {
    return signatures.stream().anyMatch(one -> one.side().equals(side));
  }
}
