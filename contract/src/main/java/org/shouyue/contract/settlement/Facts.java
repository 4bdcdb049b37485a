package org.shouyue.contract.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.calendar.WorkCalendar;

/// What is known when a contract is settled.
///
/// @param events in any order; those after `asOf` have not happened yet
/// @param asOf last day that is looked at
/// @param calendar the one that the plan is pinned to
public record Facts(List<SettlementEvent> events, LocalDate asOf, WorkCalendar calendar) {

  public Facts {
    events = events.stream().filter(event -> !knownOn(event, calendar).isAfter(asOf)).toList();
  }

  /// The day on which an event counts. What is late counts from its due date: an obligation that is
  /// performed after `asOf` is late until then.
  private static LocalDate knownOn(SettlementEvent event, WorkCalendar calendar) {
    return switch (event) {
      case SettlementEvent.ObligationPerformed one -> one.dueOn();
      case SettlementEvent.ObligationMissed one -> one.dueOn();
      case SettlementEvent.PaymentTriggered one -> one.on();
      case SettlementEvent.InvoiceReceived one -> one.on();
      case SettlementEvent.PaymentMade one -> one.on();
      case SettlementEvent.SlaBreached one -> one.on();
      case SettlementEvent.AvailabilityMeasured one -> one.to();
      case SettlementEvent.Outage one -> calendar.dateOf(one.to());
      case SettlementEvent.BreachDeclared one -> one.on();
    };
  }

  <T extends SettlementEvent> List<T> of(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (SettlementEvent event : events) {
      if (kind.isInstance(event)) {
        found.add(kind.cast(event));
      }
    }
    return found;
  }
}
