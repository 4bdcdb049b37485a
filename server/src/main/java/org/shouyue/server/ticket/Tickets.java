package org.shouyue.server.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.SettlementFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What other rooms may ask about tickets.
@Service
public class Tickets implements SettlementFacts {
  private final TicketRows rows;
  private final Clocks clocks;
  private final Agreements agreements;
  private final InstantSource clock;

  Tickets(TicketRows rows, Clocks clocks, Agreements agreements, InstantSource clock) {
    this.rows = rows;
    this.clocks = clocks;
    this.agreements = agreements;
    this.clock = clock;
  }

  /// A ticket with its log and what its clocks show.
  ///
  /// @param level what it is measured by; null when the contract promises no limit
  public record Told(
      Ticket ticket,
      @Nullable ServiceLevel level,
      List<TicketEvent> log,
      List<ClockReading> clocks) {
    public Told {
      log = List.copyOf(log);
      clocks = List.copyOf(clocks);
    }
  }

  /// The ticket with this id; null when there is none that the caller may see.
  @Transactional(readOnly = true)
  public @Nullable Ticket find(UUID id) {
    return rows.find(id);
  }

  /// These tickets, in any order; those that the caller may not see are left out.
  @Transactional(readOnly = true)
  public List<Ticket> all(Collection<UUID> ids) {
    return rows.all(ids);
  }

  /// The ticket with this number; null when the client has none.
  @Transactional(readOnly = true)
  public @Nullable Ticket numbered(UUID client, String number) {
    return rows.numbered(client, number);
  }

  /// The ticket whose mails make this thread: the identifier that the notify room gives to
  /// everything about it; null when none in scope does.
  @Transactional(readOnly = true)
  public @Nullable Ticket thread(UUID thread) {
    return rows.thread(thread);
  }

  /// The ticket with its log and clocks; null when there is none that the caller may see.
  @Transactional(readOnly = true)
  public @Nullable Told told(UUID id) {
    Ticket ticket = rows.find(id);
    return ticket == null ? null : told(List.of(ticket)).getFirst();
  }

  /// The tickets of a contract that were opened in `[from, to)`, as their clocks stand now.
  @Transactional(readOnly = true)
  public List<Told> of(UUID contract, Instant from, Instant to) {
    return told(rows.opened(contract, from, to));
  }

  List<Told> told(List<Ticket> tickets) {
    Map<UUID, List<TicketEvent>> logs = rows.logs(tickets.stream().map(Ticket::id).toList());
    Instant now = clock.instant();
    return tickets.stream()
        .map(ticket -> {
          List<TicketEvent> log = logs.getOrDefault(ticket.id(), List.of());
          return new Told(ticket, clocks.level(ticket), log, clocks.read(ticket, log, now));
        })
        .toList();
  }

  /// Every limit of every ticket that was not kept. The settlement counts the limits of one ticket
  /// as one case of each clause that speaks of them.
  @Override
  @Transactional(readOnly = true)
  public List<SettlementEvent> events(Agreement agreement, Instant from, Instant to) {
    WorkCalendar calendar = agreements.calendar(agreement);
    List<SettlementEvent> breaches = new ArrayList<>();
    for (Told told : told(rows.breached(agreement.id(), from, to))) {
      ServiceLevel level = told.level();
      if (level != null) {
        told.log().stream()
            .filter(event -> event.type() == TicketEventType.BREACH && event.at().isBefore(to))
            .map(event ->
                BrokenLimit.event(
                    told.ticket(), level, event, calendar.dateOf(event.at()), overrun(told, event)))
            .forEach(breaches::add);
      }
    }
    return breaches;
  }

  private static Duration overrun(Told told, TicketEvent breach) {
    return told.clocks().stream()
        .filter(reading -> reading.kind().code().equals(breach.clock()))
        .map(reading -> reading.remaining().negated())
        .filter(Duration::isPositive)
        .findFirst()
        .orElse(Duration.ZERO);
  }
}
