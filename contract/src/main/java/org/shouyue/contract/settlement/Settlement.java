package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.calendar.CalendarVersion;

/// What a contract comes to on a day.
///
/// @param asOf last day that is looked at
/// @param clauses what every penalty clause came to, in the contract's order; one clause may have
///   both a charge and something unknown
/// @param credits extensions of the term
/// @param extendedTo last day of service with all credits taken; the plain last day without any
public record Settlement(
    LocalDate asOf,
    CalendarVersion calendar,
    List<PaymentLine> payments,
    List<ClauseResult> clauses,
    List<TermCredit> credits,
    LocalDate extendedTo) {

  public Settlement {
    payments = List.copyOf(payments);
    clauses = List.copyOf(clauses);
    credits = List.copyOf(credits);
  }

  /// The clauses under which money is owed.
  public List<ClauseResult.Charged> charges() {
    return only(ClauseResult.Charged.class);
  }

  /// The clauses that could not be evaluated. They are not zero.
  public List<ClauseResult.Unknown> unknown() {
    return only(ClauseResult.Unknown.class);
  }

  /// Penalties and deductions that one side owes, without what is unknown.
  public BigDecimal penaltiesOf(Penalty.Obligor party) {
    return charges().stream()
        .filter(charge -> charge.party() == party)
        .map(ClauseResult.Charged::amount)
        .reduce(Figures.cents(BigDecimal.ZERO), BigDecimal::add);
  }

  /// What the client still owes the provider when everything known is set off: instalments that are
  /// due and not paid, plus the client's penalties, less the provider's. Negative when the provider
  /// owes the client.
  public BigDecimal balance() {
    BigDecimal overdue = Figures.cents(BigDecimal.ZERO);
    for (PaymentLine payment : payments) {
      if (payment.state() == PaymentLine.State.OVERDUE && payment.outstanding() != null) {
        overdue = overdue.add(payment.outstanding());
      }
    }
    return overdue
        .add(penaltiesOf(Penalty.Obligor.CLIENT))
        .subtract(penaltiesOf(Penalty.Obligor.PROVIDER));
  }

  /// All extensions of the term together.
  public Duration extension() {
    return credits.stream().map(TermCredit::extension).reduce(Duration.ZERO, Duration::plus);
  }

  private <T extends ClauseResult> List<T> only(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (ClauseResult result : clauses) {
      if (kind.isInstance(result)) {
        found.add(kind.cast(result));
      }
    }
    return found;
  }
}
