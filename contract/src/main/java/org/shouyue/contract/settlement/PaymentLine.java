package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.plan.PlannedPayment;

/// How one instalment stands.
///
/// @param planned with the dates that events have set since
/// @param paid so far
/// @param outstanding amount less paid; null when the amount is not known
/// @param late the times in which something was overdue, in order
/// @param invoiceDaysLate days between the last day for the invoice and its coming; 0 when it came
///   in time, was not recorded, or is not asked for ahead
public record PaymentLine(
    PlannedPayment planned,
    State state,
    BigDecimal paid,
    @Nullable BigDecimal outstanding,
    List<Overdue> late,
    long invoiceDaysLate,
    Explanation explanation) {

  public PaymentLine {
    late = List.copyOf(late);
  }

  /// How it stands.
  public enum State {
    /// Its trigger has not happened, or the contract sets no last day.
    NO_DATE,
    NOT_DUE,
    OVERDUE,
    PAID,
    PAID_LATE
  }

  /// A time in which the same sum was overdue.
  ///
  /// @param after the last day on which it was not late, or a part was paid
  /// @param until last late day counted
  public record Overdue(LocalDate after, LocalDate until, BigDecimal balance) {
    long days() {
      return until.toEpochDay() - after.toEpochDay();
    }
  }

  /// Whole days late, to the last payment or to the day of the settlement.
  public long daysLate() {
    return late.stream().mapToLong(Overdue::days).sum();
  }

  /// What was overdue when it first became late; zero when it never was.
  BigDecimal overdueAtFirst() {
    return late.isEmpty() ? BigDecimal.ZERO : late.getFirst().balance();
  }
}
