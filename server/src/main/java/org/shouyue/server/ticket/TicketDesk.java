package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.sla.ClockReading;
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
  private static final String PRODUCT = "守约";

  private final TicketRows rows;
  private final Clocks clocks;
  private final Agreements agreements;
  private final ObjectProvider<TicketGuard> guards;
  private final ApplicationEventPublisher events;

  TicketDesk(
      TicketRows rows,
      Clocks clocks,
      Agreements agreements,
      ObjectProvider<TicketGuard> guards,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.clocks = clocks;
    this.agreements = agreements;
    this.guards = guards;
    this.events = events;
  }

  /// Opens a ticket under the contract's present version.
  ///
  /// @throws Problem 404 when there is no such contract, 409 when it is a draft
  @Transactional
  public Ticket open(TicketMatter matter, String by, Instant now) {
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
            LevelChoice.of(agreement.contract(), matter.kind(), matter.severity()),
            calendar.version().toString());
    rows.add(ticket);
    rows.tell(ticket, TicketEvent.of(now, TicketEventType.OPEN, by, null), TicketState.OPEN);
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
    TicketState next = ticket.state().after(event.type());
    if (next == null) {
      throw Problem.conflict(
          "wrong-state", "工单现为 %s，不能 %s".formatted(ticket.state().code(), event.type().code()));
    }
    if (event.type().isStep()) {
      guards.forEach(guard -> guard.check(ticket, event.type()));
    }
    rows.tell(ticket, event, next);
    look(ticket, event.at());
    if (next == TicketState.CLOSED && ticket.state() != TicketState.CLOSED) {
      events.publishEvent(new TicketClosed(ticket.clientId(), ticket.contractId(), id, event.at()));
    }
    if (event.type().isStep()) {
      events.publishEvent(
          new Changed(
              ticket.clientId(),
              "ticket." + event.type().code(),
              "ticket/" + id,
              Map.of("number", ticket.number(), "by", event.who())));
    }
    return ticket;
  }

  /// Writes down every warning and breach that has come by now and is not in the log yet.
  ///
  /// @return the next instant at which a clock of this ticket may say something new; null for none
  @Transactional
  @Nullable Instant look(Ticket ticket, Instant now) {
    List<TicketEvent> log = rows.log(ticket.id());
    Instant next = null;
    for (ClockReading reading : clocks.read(ticket, log, now)) {
      String clock = reading.kind().code();
      for (ClockReading.Warning warning : reading.warnings()) {
        if (warning.passed() && note(ticket, log, warned(warning), clock, warning.at())) {
          events.publishEvent(
              new TicketWarned(
                  ticket.clientId(),
                  ticket.contractId(),
                  ticket.id(),
                  clock,
                  warning.percent(),
                  warning.at()));
        }
      }
      if (reading.state() == ClockReading.State.BREACHED) {
        breach(ticket, log, clock, reading.due());
      }
      next = ClockTimes.earlier(next, ClockTimes.next(reading, now));
    }
    return next;
  }

  private void breach(Ticket ticket, List<TicketEvent> log, String clock, Instant due) {
    if (note(ticket, log, TicketEventType.BREACH, clock, due)) {
      events.publishEvent(
          new TicketBreached(ticket.clientId(), ticket.contractId(), ticket.id(), clock, due));
    }
  }

  private boolean note(
      Ticket ticket, List<TicketEvent> log, TicketEventType type, String clock, Instant at) {
    boolean known =
        log.stream().anyMatch(event -> event.type() == type && clock.equals(event.clock()));
    if (!known) {
      rows.tell(ticket, new TicketEvent(at, type, clock, PRODUCT, null, null), ticket.state());
    }
    return !known;
  }

  private static TicketEventType warned(ClockReading.Warning warning) {
    return switch (warning.percent()) {
      case 50 -> TicketEventType.WARN_50;
      case 80 -> TicketEventType.WARN_80;
      case 100 -> TicketEventType.WARN_100;
      default -> throw new IllegalStateException("no warning at " + warning.percent() + " %");
    };
  }
}
