package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.plan.PlannedPayment;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.server.acceptance.Acceptances.Passed;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.SettlementFacts;
import org.shouyue.server.tenant.Clients;
import org.springframework.stereotype.Component;

/// Tells the settlement which acceptances were passed: they start the payment periods that wait for
/// them.
@Component
class AcceptanceFacts implements SettlementFacts {
  private final Acceptances acceptances;
  private final Agreements agreements;
  private final Clients clients;

  AcceptanceFacts(Acceptances acceptances, Agreements agreements, Clients clients) {
    this.acceptances = acceptances;
    this.agreements = agreements;
    this.clients = clients;
  }

  @Override
  public List<SettlementEvent> events(Agreement agreement, Instant from, Instant to) {
    List<Passed> passed = acceptances.passed(agreement.id(), from, to);
    var events = new ArrayList<SettlementEvent>();
    if (passed.isEmpty()) {
      return events;
    }
    ZoneId zone = clients.find(agreement.clientId()).orElseThrow().zone();
    for (PlannedPayment payment : agreements.plan(agreement).payments()) {
      LocalDate due = waitsFor(agreement, payment.terms());
      if (due != null) {
        passed.stream()
            .filter(one -> !one.to().isBefore(due))
            .findFirst()
            .ifPresent(one ->
                events.add(
                    new SettlementEvent.PaymentTriggered(
                        payment.ordinal(), LocalDate.ofInstant(one.at(), zone))));
      }
    }
    return events;
  }

  /// The last day of service that the acceptance a payment waits for must cover; null when it waits
  /// for no acceptance.
  private static @Nullable LocalDate waitsFor(Agreement agreement, Payment terms) {
    Trigger trigger = terms.trigger();
    if (trigger == null || trigger.kind() != Trigger.Kind.ACCEPTANCE) {
      return null;
    }
    if (trigger.after() == null) {
      return agreement.ends();
    }
    LocalDate due = agreement.begins().plus(trigger.after()).minusDays(1);
    return due.isAfter(agreement.ends()) ? agreement.ends() : due;
  }
}
