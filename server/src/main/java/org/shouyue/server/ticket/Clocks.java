package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.contract.sla.PausePolicy;
import org.shouyue.contract.sla.PinnedLevel;
import org.shouyue.contract.sla.SlaClocks;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Calendars;
import org.springframework.stereotype.Component;

/// What the clocks of a ticket show, computed anew each time from its log, the pinned calendar and
/// the pinned contract version.
@Component
class Clocks {
  private final Agreements agreements;
  private final Calendars calendars;
  private final ConcurrentHashMap<String, Contract> versions = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, List<PauseReason>> pauses = new ConcurrentHashMap<>();

  Clocks(Agreements agreements, Calendars calendars) {
    this.agreements = agreements;
    this.calendars = calendars;
  }

  /// One reading for each limit that the ticket has; none when the contract promises no limit.
  List<ClockReading> read(Ticket ticket, List<TicketEvent> log, Instant now) {
    ServiceLevel level = level(ticket);
    if (level == null) {
      return List.of();
    }
    WorkCalendar calendar = calendars.pinned(ticket.calendar());
    PinnedLevel pinned =
        new PinnedLevel(
            level,
            ticket.contractId() + "@" + ticket.contractVersion(),
            calendar.version(),
            policy(ticket.contractId()));
    return SlaClocks.read(
        pinned,
        log.stream().map(TicketEvent::seen).filter(Objects::nonNull).toList(),
        calendar,
        now);
  }

  /// The service level that a ticket is measured by; null when there is none.
  @Nullable ServiceLevel level(Ticket ticket) {
    Integer n = ticket.level();
    if (n == null) {
      return null;
    }
    Contract contract = version(ticket);
    return contract == null ? null : contract.serviceLevels().get(n);
  }

  /// The reasons for which the clocks of a contract's tickets may stand still. The document that a
  /// contract was read from never changes.
  List<PauseReason> pauses(UUID contract) {
    List<PauseReason> known = pauses.get(contract);
    if (known == null) {
      known = PauseReason.of(agreements.require(contract).source());
      pauses.put(contract, known);
    }
    return known;
  }

  private PausePolicy policy(UUID contract) {
    return PausePolicy.allowing(
        pauses(contract).stream().map(PauseReason::reason).toArray(String[]::new));
  }

  private @Nullable Contract version(Ticket ticket) {
    String key = ticket.contractId() + "@" + ticket.contractVersion();
    Contract known = versions.get(key);
    if (known == null) {
      known = agreements.version(ticket.contractId(), ticket.contractVersion());
      if (known != null) {
        versions.put(key, known);
      }
    }
    return known;
  }
}
