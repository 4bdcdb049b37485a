package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The client has judged the service of a period.
///
/// @param to last day of the period
/// @param accepted true when it was accepted, false when it was refused
public record AcceptanceJudged(
    UUID clientId,
    UUID contractId,
    UUID acceptanceId,
    LocalDate to,
    boolean accepted,
    Instant at) {}
