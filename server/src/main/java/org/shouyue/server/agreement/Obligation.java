package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;

/// One dated occurrence of a service item (履约事项): the window `[windowFrom, windowTo)` in which it
/// must be done. Stored before any evidence of it exists.
///
/// @param contractVersion the version of the clause that it was planned from
/// @param dueAt when it becomes missed; the window's end unless the clause is wider than the window
/// @param ordinal counted from 1 within the service item
/// @param assetId on what; null for work that has no single object
/// @param reason why it is unknown, missed or waived; null otherwise
public record Obligation(
    UUID id,
    UUID clientId,
    UUID contractId,
    int contractVersion,
    String serviceId,
    String title,
    Capability capability,
    Way way,
    @Nullable UUID assetId,
    int ordinal,
    Instant windowFrom,
    Instant windowTo,
    Instant dueAt,
    ObligationState state,
    int attempts,
    @Nullable Instant performedAt,
    @Nullable String performedBy,
    @Nullable String reason) {}
