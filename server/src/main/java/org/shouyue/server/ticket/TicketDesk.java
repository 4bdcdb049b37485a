package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.sla.ClockKind;
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
  private final BreachEffect effects;
  private final TicketNotices notices;
  private final ApplicationEventPublisher events;

  TicketDesk(
      TicketRows rows,
      Clocks clocks,
      Agreements agreements,
      ObjectProvider<TicketGuard> guards,
      BreachEffect effects,
      TicketNotices notices,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.clocks = clocks;
    this.agreements = agreements;
    this.guards = guards;
    this.effects = effects;
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
    Map<UUID, @Nullable Instant> next = new HashMap<>();
    next.put(ticket.id(), look(ticket, rows.log(ticket.id()), now));
    rows.wake(next);
  }

  /// Writes down every warning and breach that has come by now and is not in the log yet, and has
  /// people told.
  ///
  /// @param log the ticket's whole log
  /// @return the next instant at which a clock of this ticket may say something new; null for none
  @Nullable Instant look(Ticket ticket, List<TicketEvent> log, Instant now) {
    Instant next = null;
    List<TicketEvent> known = new ArrayList<>(log);
    for (ClockReading reading : clocks.read(ticket, log, now)) {
      for (ClockReading.Warning warning : reading.warnings()) {
        if (warning.passed()) {
          warn(ticket, known, reading, warning);
        }
      }
      if (reading.state() == ClockReading.State.BREACHED) {
        breach(ticket, known, reading.kind().code(), reading.due());
        if (reading.kind() == ClockKind.RESOLVE && owesForewarning(ticket, known, reading.due())) {
          breach(ticket, known, TicketNotices.FOREWARN, reading.due());
        }
      }
      next = ClockTimes.earlier(next, ClockTimes.next(reading, now));
    }
    return next;
  }

  private void warn(
      Ticket ticket, List<TicketEvent> log, ClockReading reading, ClockReading.Warning warning) {
    boolean fresh = note(ticket, log, warned(warning), reading.kind().code(), warning.at());
    if (fresh) {
      events.publishEvent(
          new TicketWarned(
              ticket.clientId(),
              ticket.contractId(),
              ticket.id(),
              reading.kind().code(),
              warning.percent(),
              warning.at()));
    }
    if (!fresh || reading.stopped() != null || warning.percent() < 80) {
      return;
    }
    notices.warned(ticket, warning.percent(), reading);
    if (warning.percent() == 80
        && reading.kind() == ClockKind.RESOLVE
        && owesForewarning(ticket, log, reading.due())) {
      notices.forewarn(ticket, reading);
    }
  }

  /// The contract has the client told before a solution is late, and nobody told it by then.
  private boolean owesForewarning(Ticket ticket, List<TicketEvent> log, Instant due) {
    ServiceLevel level = clocks.level(ticket);
    return level != null
        && level.forewarn()
        && log.stream()
            .noneMatch(
                event -> event.type() == TicketEventType.FOREWARN && !event.at().isAfter(due));
  }

  private void breach(Ticket ticket, List<TicketEvent> log, String clock, Instant due) {
    if (has(log, TicketEventType.BREACH, clock)) {
      return;
    }
    boolean earlier = log.stream().anyMatch(event -> event.type() == TicketEventType.BREACH);
    BreachEffect.Effect effect = effects.of(ticket, clocks.level(ticket), due, earlier);
    TicketEvent event =
        new TicketEvent(
            due, TicketEventType.BREACH, clock, PRODUCT, null, effect.words(), effect.amount());
    rows.tell(ticket, event, ticket.state());
    log.add(event);
    notices.breached(ticket, clocks.level(ticket), event);
    events.publishEvent(
        new TicketBreached(ticket.clientId(), ticket.contractId(), ticket.id(), clock, due));
  }

  private boolean note(
      Ticket ticket, List<TicketEvent> log, TicketEventType type, String clock, Instant at) {
    if (has(log, type, clock)) {
      return false;
    }
    TicketEvent event = new TicketEvent(at, type, clock, PRODUCT, null, null);
    rows.tell(ticket, event, ticket.state());
    log.add(event);
    return true;
  }

  private static boolean has(List<TicketEvent> log, TicketEventType type, String clock) {
    return log.stream().anyMatch(event -> event.type() == type && clock.equals(event.clock()));
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
