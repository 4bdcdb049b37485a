package org.shouyue.server.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Work that somebody had to do (工单).
///
/// @param kind written code: fault, request, change, rectification
/// @param severity null when none was given
/// @param resolvedAt null while unresolved
/// @param closedAt null while open
public record TicketRow(
    String number,
    String kind,
    String title,
    @Nullable String severity,
    String state,
    Instant openedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt) {}
