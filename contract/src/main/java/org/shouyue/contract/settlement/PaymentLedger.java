package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.plan.PlannedPayment;

/// Sets what was paid against what was planned.
final class PaymentLedger {

  private final Facts facts;

  PaymentLedger(Facts facts) {
    this.facts = facts;
  }

  PaymentLine line(PlannedPayment planned) {
    PlannedPayment dated = dated(planned);
    List<SettlementEvent.PaymentMade> made =
        facts.of(SettlementEvent.PaymentMade.class).stream()
            .filter(one -> one.payment() == planned.ordinal())
            .sorted(Comparator.comparing(SettlementEvent.PaymentMade::on))
            .toList();
    BigDecimal paid =
        made.stream()
            .map(SettlementEvent.PaymentMade::amount)
            .reduce(Figures.cents(BigDecimal.ZERO), BigDecimal::add);
    BigDecimal amount = dated.amount();
    BigDecimal outstanding =
        amount == null ? null : Figures.cents(amount.subtract(paid).max(BigDecimal.ZERO));
    List<PaymentLine.Overdue> late = overdue(amount, dated.due(), made);
    PaymentLine.State state = state(dated.due(), outstanding, late);
    long invoiceLate = invoiceDaysLate(dated);
    Explanation explanation = explanation(dated, state, paid, late);
    return new PaymentLine(
        dated,
        state,
        paid,
        outstanding,
        late,
        invoiceLate,
        invoiceLate == 0
            ? explanation
            : explanation.and(
                "；发票应于 %s 前送达，迟 %d 日".formatted(dated.invoiceBy(), invoiceLate),
                "; invoice due %s, %s"
                    .formatted(dated.invoiceBy(), Figures.daysLate(invoiceLate))));
  }

  /// Counted only once somebody has recorded an invoice: where nobody keeps invoices here, their
  /// absence says nothing.
  private long invoiceDaysLate(PlannedPayment dated) {
    LocalDate by = dated.invoiceBy();
    if (by == null) {
      return 0;
    }
    long late = 0;
    for (SettlementEvent.InvoiceReceived invoice :
        facts.of(SettlementEvent.InvoiceReceived.class)) {
      if (invoice.payment() == dated.ordinal() && invoice.on().isAfter(by)) {
        late = Math.max(late, invoice.on().toEpochDay() - by.toEpochDay());
      }
    }
    return late;
  }

  private PlannedPayment dated(PlannedPayment planned) {
    for (SettlementEvent.PaymentTriggered event :
        facts.of(SettlementEvent.PaymentTriggered.class)) {
      if (event.payment() == planned.ordinal()) {
        return planned.triggered(event.on(), facts.calendar());
      }
    }
    return planned;
  }

  private List<PaymentLine.Overdue> overdue(
      @Nullable BigDecimal amount,
      @Nullable LocalDate due,
      List<SettlementEvent.PaymentMade> made) {
    List<PaymentLine.Overdue> late = new ArrayList<>();
    if (amount == null || due == null) {
      return late;
    }
    BigDecimal balance = amount;
    LocalDate after = due;
    for (SettlementEvent.PaymentMade one : made) {
      if (one.on().isAfter(after) && balance.signum() > 0) {
        late.add(new PaymentLine.Overdue(after, one.on(), balance));
        after = one.on();
      }
      balance = balance.subtract(one.amount());
    }
    if (balance.signum() > 0 && facts.asOf().isAfter(after)) {
      late.add(new PaymentLine.Overdue(after, facts.asOf(), balance));
    }
    return late;
  }

  private PaymentLine.State state(
      @Nullable LocalDate due, @Nullable BigDecimal outstanding, List<PaymentLine.Overdue> late) {
    if (outstanding != null && outstanding.signum() == 0) {
      return late.isEmpty() ? PaymentLine.State.PAID : PaymentLine.State.PAID_LATE;
    }
    if (due == null) {
      return PaymentLine.State.NO_DATE;
    }
    return facts.asOf().isAfter(due) ? PaymentLine.State.OVERDUE : PaymentLine.State.NOT_DUE;
  }

  private Explanation explanation(
      PlannedPayment planned,
      PaymentLine.State state,
      BigDecimal paid,
      List<PaymentLine.Overdue> late) {
    BigDecimal amount = planned.amount();
    String sum = amount == null ? "?" : Figures.money(amount);
    long days = late.stream().mapToLong(PaymentLine.Overdue::days).sum();
    Explanation start =
        new Explanation(
            "第 %d 期 %s，已付 %s".formatted(planned.ordinal(), sum, Figures.money(paid)),
            "instalment %d of %s, paid %s".formatted(planned.ordinal(), sum, Figures.money(paid)));
    return switch (state) {
      case NO_DATE -> start.and("，付款条件未成就或合同未写明期限", ", no last day is known");
      case NOT_DUE, PAID -> start.and(ends(planned.due(), "，应付日 "), ends(planned.due(), ", due "));
      case OVERDUE, PAID_LATE ->
          start.and(
              "，应付日 %s，逾期 %d 日".formatted(planned.due(), days),
              ", due %s, %s".formatted(planned.due(), Figures.daysLate(days)));
    };
  }

  private static String ends(@Nullable LocalDate due, String words) {
    return due == null ? "" : words + due;
  }
}
