package org.shouyue.server.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report that was drawn up.
///
/// @param contractId null for a paper that belongs to no contract
/// @param period the month, `2026-03`, or what else it is about in time; may be empty
/// @param form what its content is
/// @param content what it says, as JSON
/// @param about the thing that it is about
record Report(
    UUID id,
    UUID clientId,
    @Nullable UUID contractId,
    String kind,
    String period,
    String number,
    String title,
    String about,
    Form form,
    String content,
    Instant createdAt,
    String createdBy) {

  /// Two things can be kept as a report.
  enum Form {
    /// A contract's record over a period, a [Dossier].
    DOSSIER,
    /// A document about an occasion, a [DrawnPaper].
    PAPER
  }
}
