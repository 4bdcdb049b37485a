package org.shouyue.server.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.Tickets.Told;

/// Turns findings and tickets into rows.
final class CaseRows {
  private CaseRows() {}

  static TicketRow ticket(Told told) {
    Ticket ticket = told.ticket();
    return new TicketRow(
        ticket.number(),
        ticket.kind().code(),
        ticket.title(),
        ticket.severity().code(),
        ticket.state().code(),
        ticket.openedAt(),
        resolved(told.log()),
        ticket.closedAt());
  }

  static List<ClockRow> clocks(Told told) {
    ServiceLevel level = told.level();
    if (level == null) {
      return List.of();
    }
    var rows = new ArrayList<ClockRow>();
    for (ClockReading reading : told.clocks()) {
      rows.add(
          new ClockRow(
              told.ticket().number(),
              level.subject(),
              level.severity(),
              kind(reading),
              reading.limit(),
              reading.started(),
              reading.due(),
              reading.stopped(),
              paused(told.log(), reading.stopped()).toSeconds(),
              state(reading.state())));
    }
    return rows;
  }

  static FindingRow finding(
      Finding finding, Map<UUID, String> assets, @Nullable String ticket, List<Long> evidence) {
    return new FindingRow(
        finding.id().toString(),
        finding.title(),
        finding.severity().code(),
        assets.get(finding.assetId()),
        finding.state().code(),
        finding.firstSeen(),
        finding.lastSeen(),
        ticket,
        evidence);
  }

  private static @Nullable Instant resolved(List<TicketEvent> log) {
    return log.stream()
        .filter(event -> event.type() == TicketEventType.RESOLVE)
        .map(TicketEvent::at)
        .reduce((_, last) -> last)
        .orElse(null);
  }

  private static Duration paused(List<TicketEvent> log, @Nullable Instant stopped) {
    Duration paused = Duration.ZERO;
    @Nullable Instant since = null;
    for (TicketEvent event : log) {
      boolean counts = stopped == null || !event.at().isAfter(stopped);
      if (event.type() == TicketEventType.PAUSE && counts) {
        since = event.at();
      } else if (event.type() == TicketEventType.RESUME && since != null) {
        paused = paused.plus(Duration.between(since, event.at()));
        since = null;
      }
    }
    return paused;
  }

  private static ClockRow.Kind kind(ClockReading reading) {
    return switch (reading.kind()) {
      case RESPOND -> ClockRow.Kind.RESPOND;
      case ON_SITE -> ClockRow.Kind.ON_SITE;
      case RESOLVE -> ClockRow.Kind.RESOLVE;
      case FEEDBACK -> ClockRow.Kind.FEEDBACK;
    };
  }

  private static ClockRow.State state(ClockReading.State state) {
    return switch (state) {
      case MET -> ClockRow.State.MET;
      case BREACHED -> ClockRow.State.BREACHED;
      case RUNNING, PAUSED -> ClockRow.State.RUNNING;
    };
  }
}
