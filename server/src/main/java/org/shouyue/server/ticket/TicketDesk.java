package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Changed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens tickets and writes their logs. Every entry is followed at once by what the clocks say, so
/// that a breach stands in the log no later than the act that came too late.
@Service
public class TicketDesk {
  private final TicketRows rows;
  private final Clocks clocks;
  private final Agreements agreements;
  private final ObjectProvider<TicketGuard> guards;
  private final Lookout lookout;
  private final TicketNotices notices;
  private final ApplicationEventPublisher events;

  TicketDesk(
      TicketRows rows,
      Clocks clocks,
      Agreements agreements,
      ObjectProvider<TicketGuard> guards,
      Lookout lookout,
      TicketNotices notices,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.clocks = clocks;
    this.agreements = agreements;
    this.guards = guards;
    this.lookout = lookout;
    this.notices = notices;
    this.events = events;
  }

  /// Opens a ticket under the contract's present version.
  ///
  /// @throws Problem 404 when there is no such contract, 409 when it is a draft
  @Transactional
  public Ticket open(TicketMatter matter, String by, Instant now) {
    return open(matter, by, now, null);
  }

  /// @param remark what the first entry says besides; null for nothing
  @Transactional
  Ticket open(TicketMatter matter, String by, Instant now, @Nullable String remark) {
    Agreement agreement = agreements.requireSigned(matter.contractId());
    WorkCalendar calendar = agreements.calendar(agreement);
    Ticket ticket =
        new Ticket(
            UUID.randomUUID(),
            agreement.clientId(),
            agreement.id(),
            agreement.version(),
            matter.serviceId(),
            matter.findingId(),
            matter.assetId(),
            rows.nextNumber(agreement.clientId(), calendar.dateOf(now)),
            matter.kind(),
            matter.title(),
            matter.body(),
            matter.severity(),
            TicketState.OPEN,
            now,
            by,
            null,
            LevelChoice.of(agreement.contract(), matter.kind(), matter.severity(), matter.grade()),
            calendar.version().toString());
    rows.add(ticket);
    TicketEvent opened = TicketEvent.of(now, TicketEventType.OPEN, by, remark);
    rows.tell(ticket, opened, TicketState.OPEN);
    notices.opened(ticket, clocks.level(ticket), clocks.read(ticket, List.of(opened), now));
    sleep(ticket, now);
    events.publishEvent(
        new Changed(
            ticket.clientId(),
            "ticket.opened",
            "ticket/" + ticket.id(),
            Map.of("number", ticket.number(), "by", by)));
    events.publishEvent(new TicketOpened(ticket.clientId(), agreement.id(), ticket.id(), now));
    return ticket;
  }

  /// Writes an entry.
  ///
  /// @return the ticket as it was before
  /// @throws Problem 404 when there is no such ticket, 409 when its state or a guard does not allow
  ///   it
  @Transactional
  public Ticket tell(UUID id, TicketEvent event) {
    Ticket ticket = rows.lock(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    write(ticket, event);
    return ticket;
  }

  /// Writes an entry for a ticket that is locked.
  ///
  /// @return the entry's number
  int write(Ticket ticket, TicketEvent event) {
    TicketState next = ticket.state().after(event.type());
    if (next == null) {
      throw Problem.conflict(
          "wrong-state", "工单现为 %s，不能 %s".formatted(ticket.state().code(), event.type().code()));
    }
    if (event.type().isStep()) {
      guards.forEach(guard -> guard.check(ticket, event.type()));
    }
    int n = rows.tell(ticket, event, next);
    sleep(ticket, event.at());
    if (next == TicketState.CLOSED && ticket.state() != TicketState.CLOSED) {
      events.publishEvent(
          new TicketClosed(ticket.clientId(), ticket.contractId(), ticket.id(), event.at()));
    }
    if (event.type().isStep()) {
      events.publishEvent(
          new Changed(
              ticket.clientId(),
              "ticket." + event.type().code(),
              "ticket/" + ticket.id(),
              Map.of("number", ticket.number(), "by", event.who())));
    }
    return n;
  }

  private void sleep(Ticket ticket, Instant now) {
    lookout.look(List.of(ticket), rows.logs(List.of(ticket.id())), now);
  }
}
