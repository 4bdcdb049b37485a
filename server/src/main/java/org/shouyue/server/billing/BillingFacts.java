package org.shouyue.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.PlannedPayment;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.SettlementFacts;
import org.springframework.stereotype.Component;

/// Tells the settlement which invoices came and which breaches stand. An invoice also starts the
/// payment period of an instalment that waits for it.
@Component
class BillingFacts implements SettlementFacts {
  private final Ledger ledger;
  private final Agreements agreements;

  BillingFacts(Ledger ledger, Agreements agreements) {
    this.ledger = ledger;
    this.agreements = agreements;
  }

  @Override
  public List<SettlementEvent> events(Agreement agreement, Instant from, Instant to) {
    WorkCalendar calendar = agreements.calendar(agreement);
    LocalDate last = calendar.dateOf(to);
    List<SettlementEvent> events = new ArrayList<>();
    List<Invoice> invoices = ledger.invoices(agreement.id());
    List<PlannedPayment> planned =
        invoices.isEmpty() ? List.of() : agreements.plan(agreement).payments();
    for (Invoice invoice : invoices) {
      if (!invoice.deliveredOn().isAfter(last)) {
        events.add(
            new SettlementEvent.InvoiceReceived(invoice.instalment(), invoice.deliveredOn()));
      }
    }
    for (PlannedPayment one : planned) {
      Trigger trigger = one.terms().trigger();
      if (trigger != null && trigger.kind() == Trigger.Kind.INVOICE) {
        invoices.stream()
            .filter(invoice -> invoice.instalment() == one.ordinal())
            .findFirst()
            .ifPresent(invoice ->
                events.add(
                    new SettlementEvent.PaymentTriggered(one.ordinal(), invoice.deliveredOn())));
      }
    }
    for (Breach breach : ledger.breaches(agreement.id())) {
      if (breach.withdrawnAt() == null) {
        events.add(
            new SettlementEvent.BreachDeclared(
                Penalty.Obligor.valueOf(breach.party().toUpperCase(Locale.ROOT)),
                Penalty.Subject.valueOf(breach.subject().toUpperCase(Locale.ROOT)),
                breach.on(),
                "№" + breach.evidenceSeq()));
      }
    }
    return events;
  }
}
