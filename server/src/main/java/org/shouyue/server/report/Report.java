package org.shouyue.server.report;

import java.time.Instant;
import java.util.UUID;

/// A report that was drawn up.
///
/// @param period the month, `2026-03`
/// @param dossier what it says, as JSON
record Report(
    UUID id,
    UUID clientId,
    UUID contractId,
    String kind,
    String period,
    String number,
    String dossier,
    Instant createdAt,
    String createdBy) {}
