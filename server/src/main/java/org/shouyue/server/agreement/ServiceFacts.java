package org.shouyue.server.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.settlement.SettlementEvent;

/// What obligations come to as facts for the settlement. One that stands for several assets is met
/// when all of them are, on the last of their days.
final class ServiceFacts {
  private final WorkCalendar calendar;

  private ServiceFacts(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  /// @param until obligations that are due later, and what was done later, have not happened yet
  static List<SettlementEvent> of(
      List<Obligation> obligations, WorkCalendar calendar, Instant until) {
    Map<String, NavigableMap<Integer, List<Obligation>>> services = new TreeMap<>();
    for (Obligation obligation : obligations) {
      services
          .computeIfAbsent(obligation.serviceId(), _ -> new TreeMap<>())
          .computeIfAbsent(obligation.ordinal(), _ -> new ArrayList<>())
          .add(obligation);
    }
    ServiceFacts facts = new ServiceFacts(calendar);
    List<SettlementEvent> events = new ArrayList<>();
    services.values().forEach(service -> facts.service(service, until, events));
    return events;
  }

  private void service(
      NavigableMap<Integer, List<Obligation>> service,
      Instant until,
      List<SettlementEvent> events) {
    service.forEach((ordinal, parts) -> {
      SettlementEvent event = event(service, ordinal, parts, until);
      if (event != null) {
        events.add(event);
      }
    });
  }

  private @Nullable SettlementEvent event(
      NavigableMap<Integer, List<Obligation>> service,
      int ordinal,
      List<Obligation> parts,
      Instant until) {
    Obligation first = parts.getFirst();
    LocalDate due = lastDay(first.dueAt());
    if (parts.stream().anyMatch(part -> part.state() == ObligationState.MISSED)) {
      return new SettlementEvent.ObligationMissed(
          first.serviceId(), ordinal, due, madeUp(service, ordinal, until));
    }
    LocalDate performed = performedOn(parts, until);
    return performed == null
        ? null
        : new SettlementEvent.ObligationPerformed(first.serviceId(), ordinal, due, performed);
  }

  /// The day on which all parts were performed; null while one of them is not.
  private @Nullable LocalDate performedOn(List<Obligation> parts, Instant until) {
    Instant last = null;
    for (Obligation part : parts) {
      Instant at = part.performedAt();
      if (at == null || at.isAfter(until)) {
        return null;
      }
      last = last == null || at.isAfter(last) ? at : last;
    }
    return last == null ? null : calendar.dateOf(last);
  }

  /// A missed occurrence stays late until the next one of the same service is performed.
  private @Nullable LocalDate madeUp(
      NavigableMap<Integer, List<Obligation>> service, int ordinal, Instant until) {
    return service.tailMap(ordinal, false).values().stream()
        .map(parts -> performedOn(parts, until))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private LocalDate lastDay(Instant dueAt) {
    return calendar.dateOf(dueAt.minusSeconds(1));
  }
}
