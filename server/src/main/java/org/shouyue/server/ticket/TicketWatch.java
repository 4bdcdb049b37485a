package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.work.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps an eye on the clocks of open tickets.
@Component
class TicketWatch implements Timed {
  private final TicketRows rows;
  private final Clocks clocks;
  private final TicketDesk desk;

  TicketWatch(TicketRows rows, Clocks clocks, TicketDesk desk) {
    this.rows = rows;
    this.clocks = clocks;
    this.desk = desk;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    List<Ticket> open = rows.measured();
    Map<UUID, List<TicketEvent>> logs = rows.logs(open.stream().map(Ticket::id).toList());
    Instant next = null;
    for (Ticket ticket : open) {
      List<TicketEvent> log = logs.getOrDefault(ticket.id(), List.of());
      for (ClockReading reading : clocks.read(ticket, log, now)) {
        next = ClockTimes.earlier(next, ClockTimes.next(reading, now));
      }
    }
    return next;
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (Ticket ticket : rows.measured()) {
      Ticket locked = rows.lock(ticket.id());
      if (locked != null && locked.state() != TicketState.CLOSED) {
        desk.look(locked, now);
      }
    }
  }
}
