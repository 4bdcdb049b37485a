package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;
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

  /// The cap of a clause in money; null when it has none.
  ///
  /// @throws UnknownFigure when it has one that cannot be computed
  @Nullable BigDecimal cap(Penalty clause) throws UnknownFigure {
    if (clause.cap() == null) {
      return null;
    }
    BigDecimal base = clause.base() == Penalty.Base.OVERDUE ? overdue() : of(clause);
    if (clause.base() == Penalty.Base.PERIOD_FEE) {
      base = total();
    }
    if (base == null) {
      throw new UnknownFigure("违约金上限的计算基数不明", "what the cap is a share of is not known");
    }
    return base.multiply(clause.cap());
  }

  /// The part of the price that falls on a span of whole months; null when price, span or term do
  /// not allow to tell.
  @Nullable BigDecimal periodFee(LocalDate from, LocalDate to) {
    Period span = Period.between(from, to.plusDays(1));
    Period whole = Period.between(term.from(), term.to().plusDays(1));
    BigDecimal total = total();
    if (total == null || !wholeMonths(span) || !wholeMonths(whole)) {
      return null;
    }
    return total
        .multiply(BigDecimal.valueOf(span.toTotalMonths()))
        .divide(BigDecimal.valueOf(whole.toTotalMonths()), MathContext.DECIMAL64);
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
