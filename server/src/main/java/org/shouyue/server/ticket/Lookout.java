package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.sla.ClockKind;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.notify.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes down every warning and breach that has come by now and is not in the log yet, and has
/// people told. Takes many tickets at once: their entries, notices and next looks are written by a
/// few statements for all.
@Component
class Lookout {
  private static final String PRODUCT = "守约";

  private final TicketRows rows;
  private final Clocks clocks;
  private final BreachEffect effects;
  private final TicketNotices tell;
  private final Notices notices;
  private final ApplicationEventPublisher events;

  Lookout(
      TicketRows rows,
      Clocks clocks,
      BreachEffect effects,
      TicketNotices tell,
      Notices notices,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.clocks = clocks;
    this.effects = effects;
    this.tell = tell;
    this.notices = notices;
    this.events = events;
  }

  /// An entry that is to be added to a ticket's log.
  ///
  /// @param n its place in the log, from 1
  record Entry(Ticket ticket, int n, TicketEvent event) {}

  /// Looks at tickets that are locked, and notes when each is to be looked at again.
  ///
  /// @param logs their whole logs
  void look(List<Ticket> tickets, Map<UUID, List<TicketEvent>> logs, Instant now) {
    notices.together(() -> {
      List<Entry> fresh = new ArrayList<>();
      Map<UUID, @Nullable Instant> next = new HashMap<>();
      for (Ticket ticket : tickets) {
        Look look = new Look(ticket, logs.getOrDefault(ticket.id(), List.of()), fresh);
        next.put(ticket.id(), look.at(now));
      }
      rows.addAll(fresh);
      rows.wake(next);
    });
  }

  /// One look at one ticket.
  private final class Look {
    private final Ticket ticket;
    private final @Nullable ServiceLevel level;
    private final List<TicketEvent> before;
    private final List<TicketEvent> log;
    private final List<Entry> fresh;

    Look(Ticket ticket, List<TicketEvent> before, List<Entry> fresh) {
      this.ticket = ticket;
      this.level = clocks.level(ticket);
      this.before = before;
      this.log = new ArrayList<>(before);
      this.fresh = fresh;
    }

    /// @return the next instant at which a clock of this ticket may say something new; null for
    ///   none
    @Nullable Instant at(Instant now) {
      Instant next = null;
      for (ClockReading reading : clocks.read(ticket, before, now)) {
        warn(reading);
        if (reading.state() == ClockReading.State.BREACHED) {
          breach(reading.kind().code(), reading.due());
          if (reading.kind() == ClockKind.RESOLVE && owesForewarning(reading.due())) {
            breach(TicketNotices.FOREWARN, reading.due());
          }
        }
        next = ClockTimes.earlier(next, ClockTimes.next(reading, now));
      }
      return next;
    }

    /// Every mark that was passed is written down; people are told of the last one only, and of
    /// none when the limit itself is broken: who looks after a time of rest does not tell old news.
    private void warn(ClockReading reading) {
      ClockReading.@Nullable Warning last = null;
      for (ClockReading.Warning warning : reading.warnings()) {
        if (warning.passed() && note(mark(warning), reading.kind().code(), warning.at())) {
          last = warning;
          warned(reading, warning);
        }
      }
      boolean old = reading.state() == ClockReading.State.BREACHED || reading.stopped() != null;
      if (last == null || old || last.percent() < 80) {
        return;
      }
      tell.warned(ticket, last.percent(), reading);
      if (last.percent() == 80
          && reading.kind() == ClockKind.RESOLVE
          && owesForewarning(reading.due())) {
        tell.forewarn(ticket, reading);
      }
    }

    private void warned(ClockReading reading, ClockReading.Warning warning) {
      events.publishEvent(
          new TicketWarned(
              ticket.clientId(),
              ticket.contractId(),
              ticket.id(),
              reading.kind().code(),
              warning.percent(),
              warning.at()));
    }

    /// The contract has the client told before a solution is late, and nobody told it by then.
    private boolean owesForewarning(Instant due) {
      return level != null
          && level.forewarn()
          && log.stream()
              .noneMatch(
                  event -> event.type() == TicketEventType.FOREWARN && !event.at().isAfter(due));
    }

    private void breach(String clock, Instant due) {
      if (has(TicketEventType.BREACH, clock)) {
        return;
      }
      BreachEffect.Effect effect =
          effects.of(new BreachEffect.Broken(ticket, level, clock, due), log);
      TicketEvent event =
          new TicketEvent(
              due, TicketEventType.BREACH, clock, PRODUCT, null, effect.words(), effect.amount());
      add(event);
      tell.breached(ticket, level, event);
      events.publishEvent(
          new TicketBreached(ticket.clientId(), ticket.contractId(), ticket.id(), clock, due));
    }

    private boolean note(TicketEventType type, String clock, Instant at) {
      if (has(type, clock)) {
        return false;
      }
      add(new TicketEvent(at, type, clock, PRODUCT, null, null));
      return true;
    }

    private void add(TicketEvent event) {
      log.add(event);
      fresh.add(new Entry(ticket, log.size(), event));
    }

    private boolean has(TicketEventType type, String clock) {
      return log.stream().anyMatch(event -> event.type() == type && clock.equals(event.clock()));
    }
  }

  private static TicketEventType mark(ClockReading.Warning warning) {
    return switch (warning.percent()) {
      case 50 -> TicketEventType.WARN_50;
      case 80 -> TicketEventType.WARN_80;
      case 100 -> TicketEventType.WARN_100;
      default -> throw new IllegalStateException("no warning at " + warning.percent() + " %");
    };
  }
}
