package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.ticket.TicketViews.ClockItem;
import org.shouyue.server.ticket.TicketViews.TicketItem;

/// One ticket as a line of an export: when each clock is due, and how it stands.
record TicketRow(
    String number,
    String kind,
    String title,
    String severity,
    String state,
    Instant openedAt,
    String openedBy,
    @Nullable Instant closedAt,
    @Nullable String assignee,
    @Nullable String level,
    @Nullable String grade,
    @Nullable Instant respondDue,
    @Nullable String respondState,
    @Nullable Instant onSiteDue,
    @Nullable String onSiteState,
    @Nullable Instant resolveDue,
    @Nullable String resolveState,
    @Nullable Instant feedbackDue,
    @Nullable String feedbackState,
    UUID contractId,
    UUID id) {

  static TicketRow of(TicketItem item) {
    ClockItem respond = item.clock("respond");
    ClockItem onSite = item.clock("on-site");
    ClockItem resolve = item.clock("resolve");
    ClockItem feedback = item.clock("feedback");
    return new TicketRow(
        item.number(),
        item.kind().code(),
        item.title(),
        item.severity(),
        item.state().code(),
        item.openedAt(),
        item.openedBy(),
        item.closedAt(),
        item.assignee() == null ? null : item.assignee().name(),
        item.levelSubject(),
        item.levelSeverity(),
        due(respond),
        state(respond),
        due(onSite),
        state(onSite),
        due(resolve),
        state(resolve),
        due(feedback),
        state(feedback),
        item.contractId(),
        item.id());
  }

  private static @Nullable Instant due(@Nullable ClockItem clock) {
    return clock == null ? null : clock.dueAt();
  }

  private static @Nullable String state(@Nullable ClockItem clock) {
    return clock == null ? null : clock.state();
  }
}
