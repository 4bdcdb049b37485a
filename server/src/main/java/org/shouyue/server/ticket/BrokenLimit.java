package org.shouyue.server.ticket;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.settlement.SettlementEvent;

/// Tells the settlement of a limit that a ticket did not keep.
final class BrokenLimit {
  private BrokenLimit() {}

  /// @param breach the entry in the ticket's log that says so
  static SettlementEvent event(
      Ticket ticket, ServiceLevel level, TicketEvent breach, LocalDate on, Duration overrun) {
    return new SettlementEvent.SlaBreached(
        level.subject(), level.severity(), limit(breach.clock()), ticket.number(), on, overrun);
  }

  /// The limit that a clock watches; null where it watches a promise of another kind.
  static ServiceLevel.@Nullable Limit limit(@Nullable String clock) {
    return clock == null || clock.equals(TicketNotices.FOREWARN)
        ? null
        : ServiceLevel.Limit.of(clock);
  }
}
