package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One acceptance of a contract over a period.
///
/// @param from first day of the period
/// @param to last day, included
/// @param progress how far the building of the package is
/// @param problem why it could not be built; null otherwise
/// @param dossier what the package says, as JSON; null until it is built
record Acceptance(
    UUID id,
    UUID clientId,
    UUID contractId,
    String number,
    LocalDate from,
    LocalDate to,
    AcceptanceState state,
    Progress progress,
    @Nullable String problem,
    @Nullable String dossier,
    Instant createdAt,
    String createdBy,
    @Nullable Instant publishedAt) {

  /// How far something is.
  ///
  /// @param total how many steps there are; 0 before the first
  /// @param message what is being done, in Chinese
  record Progress(int done, int total, String message) {}
}
