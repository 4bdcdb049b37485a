package org.shouyue.contract.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Due;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Trigger;

/// Dates payments and acceptances.
final class MoneyPlan {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Contract contract;
  private final ServiceTerm term;
  private final PlanInputs inputs;

  MoneyPlan(Contract contract, ServiceTerm term, PlanInputs inputs) {
    this.contract = contract;
    this.term = term;
    this.inputs = inputs;
  }

  List<PlannedPayment> payments() {
    List<PlannedPayment> planned = new ArrayList<>();
    for (Payment payment : contract.payments()) {
      Trigger trigger = payment.trigger();
      Period each =
          trigger != null && trigger.kind() == Trigger.Kind.PERIOD ? trigger.after() : null;
      if (each == null) {
        planned.add(one(planned.size() + 1, payment));
      } else {
        planned.addAll(periodic(planned.size() + 1, payment, each));
      }
    }
    return planned;
  }

  List<PlannedAcceptance> acceptances() {
    List<PlannedAcceptance> planned = new ArrayList<>();
    for (Acceptance acceptance : contract.acceptances()) {
      LocalDate until = acceptance.after() == null ? term.to() : term.served(acceptance.after());
      LocalDate due =
          acceptance.within() == null
              ? null
              : PlannedPayment.after(
                  until, acceptance.within(), acceptance.calendar(), inputs.calendar());
      planned.add(new PlannedAcceptance(planned.size() + 1, acceptance, until, due));
    }
    return planned;
  }

  private PlannedPayment one(int ordinal, Payment payment) {
    return dated(ordinal, payment, amount(payment), triggeredOn(payment.trigger()));
  }

  /// One instalment at the end of each period. Where the contract names neither an amount nor a
  /// share for it, the price is divided evenly and the last instalment takes what rounding left.
  private List<PlannedPayment> periodic(int ordinal, Payment payment, Period each) {
    List<Window> periods = new Windows(term, inputs.calendar().zone()).tiled(each);
    BigDecimal written = amount(payment);
    BigDecimal left = contract.total() == null ? null : contract.total().amount();
    BigDecimal share =
        written != null || left == null
            ? written
            : left.divide(BigDecimal.valueOf(periods.size()), 2, RoundingMode.HALF_UP);
    List<PlannedPayment> planned = new ArrayList<>();
    for (int n = 0; n < periods.size(); n++) {
      boolean rest = written == null && left != null && n == periods.size() - 1;
      planned.add(dated(ordinal + n, payment, rest ? left : share, periods.get(n).lastDay()));
      left = left == null || share == null ? left : left.subtract(share);
    }
    return planned;
  }

  private PlannedPayment dated(
      int ordinal, Payment payment, @Nullable BigDecimal amount, @Nullable LocalDate on) {
    PlannedPayment waiting =
        new PlannedPayment(ordinal, payment, amount, null, null, null, inputs.invoiceDaysAhead());
    if (on != null) {
      return waiting.triggered(on, inputs.calendar());
    }
    return payment.due() instanceof Due.By(LocalDate day)
        ? waiting.due(null, day, inputs.calendar())
        : waiting;
  }

  private @Nullable BigDecimal amount(Payment payment) {
    if (payment.amount() != null) {
      return payment.amount();
    }
    return payment.percent() == null || contract.total() == null
        ? null
        : contract
            .total()
            .amount()
            .multiply(payment.percent())
            .divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  private @Nullable LocalDate triggeredOn(@Nullable Trigger trigger) {
    if (trigger == null) {
      return null;
    }
    return switch (trigger.kind()) {
      case SIGNING -> inputs.signedOn();
      case SERVED -> trigger.after() == null ? term.to() : term.served(trigger.after());
      case TERM_END -> term.to();
      case FUNDS, INVOICE, ACCEPTANCE, PERIOD, DATE -> null;
    };
  }
}
