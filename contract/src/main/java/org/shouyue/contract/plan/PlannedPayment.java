package org.shouyue.contract.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Due;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.calendar.WorkCalendar;

/// One instalment with its dates, as far as they are known.
///
/// @param ordinal counted from 1 over all instalments
/// @param terms what the contract says
/// @param amount owed, rounded to cents; null when neither an amount nor a share and a price are
///   known
/// @param triggeredOn the day that starts the payment period; null until the event has happened
/// @param due last day to pay; null while the trigger or the period is not known
/// @param invoiceBy last day for the invoice; null where none is asked for ahead
/// @param invoiceDaysAhead working days between invoice and payment, 0 for none
public record PlannedPayment(
    int ordinal,
    Payment terms,
    @Nullable BigDecimal amount,
    @Nullable LocalDate triggeredOn,
    @Nullable LocalDate due,
    @Nullable LocalDate invoiceBy,
    int invoiceDaysAhead) {

  /// The same instalment once its trigger has happened.
  public PlannedPayment triggered(LocalDate on, WorkCalendar calendar) {
    return due(on, lastDay(on, calendar), calendar);
  }

  /// The same instalment with its last day, and the day for the invoice that follows from it.
  PlannedPayment due(@Nullable LocalDate on, @Nullable LocalDate last, WorkCalendar calendar) {
    return new PlannedPayment(
        ordinal, terms, amount, on, last, invoiceBefore(last, calendar), invoiceDaysAhead);
  }

  private @Nullable LocalDate lastDay(LocalDate on, WorkCalendar calendar) {
    return switch (terms.due()) {
      case null -> null;
      case Due.By by -> by.day();
      case Due.Within(Period period) -> after(on, period, terms.calendar(), calendar);
    };
  }

  private @Nullable LocalDate invoiceBefore(@Nullable LocalDate last, WorkCalendar calendar) {
    boolean invoiceComesFirst =
        terms.trigger() != null && terms.trigger().kind() == Trigger.Kind.INVOICE;
    return last == null || invoiceDaysAhead == 0 || invoiceComesFirst
        ? null
        : calendar.minusWorkingDays(last, invoiceDaysAhead);
  }

  /// The last day of a period after a day, which itself is not counted. Only the days of a period
  /// can be working days; its months are calendar months.
  static LocalDate after(
      LocalDate day, Period period, @Nullable CountedTime counted, WorkCalendar calendar) {
    if (counted != CountedTime.WORKING) {
      return day.plus(period);
    }
    int workingDays = Math.toIntExact(period.get(ChronoUnit.DAYS));
    return calendar.plusWorkingDays(day.plus(period.withDays(0)), workingDays);
  }
}
