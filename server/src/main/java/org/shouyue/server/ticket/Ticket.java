package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Severity;

/// Work that somebody must do (工单).
///
/// @param contractVersion the version of the contract whose service level it is measured by
/// @param level the level's place in that version's list; null when the contract promises none
/// @param calendar the version of the calendar that its limits are counted with
public record Ticket(
    UUID id,
    UUID clientId,
    UUID contractId,
    int contractVersion,
    @Nullable String serviceId,
    @Nullable UUID findingId,
    @Nullable UUID assetId,
    String number,
    TicketKind kind,
    String title,
    String body,
    Severity severity,
    TicketState state,
    Instant openedAt,
    String openedBy,
    @Nullable Instant closedAt,
    @Nullable Integer level,
    String calendar) {}
