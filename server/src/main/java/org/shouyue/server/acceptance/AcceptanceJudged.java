package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The client has judged the service of a period.
///
/// @param to last day of the period
/// @param accepted true when it was accepted, false when it was refused
/// @param by who signed, by name
/// @param remarks what they said; null when nothing
public record AcceptanceJudged(
    UUID clientId,
    UUID contractId,
    UUID acceptanceId,
    LocalDate to,
    boolean accepted,
    Instant at,
    String by,
    @Nullable String remarks) {}
