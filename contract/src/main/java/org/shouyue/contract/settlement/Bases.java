package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.plan.ServiceTerm;

/// What rates are taken of.
final class Bases {

  private final Contract contract;
  private final ServiceTerm term;
  private final List<PaymentLine> payments;

  Bases(Contract contract, ServiceTerm term, List<PaymentLine> payments) {
    this.contract = contract;
    this.term = term;
    this.payments = payments;
  }

  /// The base of a clause where it is the same for all its lines; null when it is not, or not
  /// known.
  @Nullable BigDecimal of(Penalty clause) {
    return switch (clause.base()) {
      case TOTAL -> total();
      case UNPAID -> unpaid();
      case OVERDUE, PERIOD_FEE, OUTAGE -> null;
      case null -> null;
    };
  }

  /// The base of a clause; null only where it fixes a sum and needs none.
  ///
  /// @throws UnknownFigure when it needs one that is not known
  @Nullable BigDecimal required(Penalty clause) throws UnknownFigure {
    BigDecimal base = of(clause);
    if (clause.fixed() == null && base == null) {
      throw new UnknownFigure("违约金的计算基数不明", "what the rate is taken of is not known");
    }
    return base;
  }

  /// The cap of a clause in money; null when it has none.
  ///
  /// @throws UnknownFigure when it has one that cannot be computed
  @Nullable BigDecimal cap(Penalty clause) throws UnknownFigure {
    if (clause.cap() == null) {
      return null;
    }
    BigDecimal base = clause.base() == Penalty.Base.OVERDUE ? overdue() : of(clause);
    if (base == null) {
      throw new UnknownFigure("违约金上限的计算基数不明", "what the cap is a share of is not known");
    }
    return base.multiply(clause.cap());
  }

  /// A span of the term and the part of the price that falls on it.
  record FeePeriod(LocalDate from, LocalDate to, BigDecimal fee) {}

  /// The settlement period that a day lies in: as long as the contract's periodic payments are
  /// apart, otherwise a month, counted from the term's first day.
  ///
  /// @throws UnknownFigure when its fee cannot be told
  FeePeriod feePeriod(LocalDate day) throws UnknownFigure {
    Period length = paymentPeriod();
    int periods = 0;
    while (!term.from().plus(length.multipliedBy(periods + 1)).isAfter(day)) {
      periods++;
    }
    return feePeriod(
        term.from().plus(length.multipliedBy(periods)),
        term.from().plus(length.multipliedBy(periods + 1)).minusDays(1),
        length);
  }

  /// The fee of a span of days.
  ///
  /// @throws UnknownFigure when it cannot be told
  FeePeriod feePeriod(LocalDate from, LocalDate to) throws UnknownFigure {
    return feePeriod(from, to, Period.between(from, to.plusDays(1)));
  }

  /// Price by months: a span that is not of whole months has no fee that could be told.
  private FeePeriod feePeriod(LocalDate from, LocalDate to, Period span) throws UnknownFigure {
    Period whole = Period.between(term.from(), term.to().plusDays(1));
    BigDecimal total = total();
    if (total == null || !wholeMonths(span) || !wholeMonths(whole)) {
      throw new UnknownFigure(
          "%s 至 %s 的服务费无法折算".formatted(from, to),
          "the fee of %s to %s cannot be told".formatted(from, to));
    }
    BigDecimal fee =
        total
            .multiply(BigDecimal.valueOf(span.toTotalMonths()))
            .divide(BigDecimal.valueOf(whole.toTotalMonths()), MathContext.DECIMAL64);
    return new FeePeriod(from, to, fee);
  }

  private Period paymentPeriod() {
    for (Payment payment : contract.payments()) {
      Trigger trigger = payment.trigger();
      if (trigger != null && trigger.kind() == Trigger.Kind.PERIOD && trigger.after() != null) {
        return trigger.after();
      }
    }
    return Period.ofMonths(1);
  }

  private static boolean wholeMonths(Period period) {
    return period.equals(Period.of(period.getYears(), period.getMonths(), 0))
        && period.toTotalMonths() > 0;
  }

  @Nullable BigDecimal total() {
    return contract.total() == null ? null : contract.total().amount();
  }

  private @Nullable BigDecimal unpaid() {
    BigDecimal total = total();
    if (total == null) {
      return null;
    }
    BigDecimal left = total;
    for (PaymentLine payment : payments) {
      left = left.subtract(payment.paid());
    }
    return left.max(BigDecimal.ZERO);
  }

  private BigDecimal overdue() {
    BigDecimal sum = BigDecimal.ZERO;
    for (PaymentLine payment : payments) {
      sum = sum.add(payment.overdueAtFirst());
    }
    return sum;
  }
}
