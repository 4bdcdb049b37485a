package org.shouyue.server.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Settlements.Instalment;

/// What is to be said about an instalment on a day, and to whom. Pure.
enum DunningStep {
  /// To the provider: issue the invoice; five working days before its last day.
  INVOICE_WANTED("invoice-wanted", false),
  /// To the provider: the last day for the invoice has passed.
  INVOICE_LATE("invoice-late", false),
  /// To the client: payment falls due within three working days.
  PAYMENT_DUE("payment-due", true),
  /// To the client: payment is late.
  LATE_FIRST("payment-late-1", true),
  /// Ten days late.
  LATE_SECOND("payment-late-2", true),
  /// Thirty days late: formal notice with the contract's penalty.
  LATE_FORMAL("payment-late-3", true);

  private static final int INVOICE_DAYS_AHEAD = 5;
  private static final int PAYMENT_DAYS_AHEAD = 3;
  private static final int SECOND_AFTER = 10;
  private static final int FORMAL_AFTER = 30;

  private final String code;
  private final boolean toClient;

  DunningStep(String code, boolean toClient) {
    this.code = code;
    this.toClient = toClient;
  }

  /// The written code, also the name of its text.
  String code() {
    return code;
  }

  boolean isToClient() {
    return toClient;
  }

  /// Everything that holds on this day.
  ///
  /// @param invoiced the day on which the client had the invoice; null while it has none
  static List<DunningStep> of(
      Instalment instalment, @Nullable LocalDate invoiced, LocalDate today, WorkCalendar calendar) {
    List<DunningStep> steps = new ArrayList<>();
    if (instalment.state().startsWith("paid")) {
      return steps;
    }
    LocalDate invoiceBy = instalment.invoiceBy();
    if (invoiceBy != null && invoiced == null) {
      if (!today.isBefore(calendar.minusWorkingDays(invoiceBy, INVOICE_DAYS_AHEAD))) {
        steps.add(INVOICE_WANTED);
      }
      if (today.isAfter(invoiceBy)) {
        steps.add(INVOICE_LATE);
      }
    }
    LocalDate due = instalment.due();
    if (due == null) {
      return steps;
    }
    long late = today.toEpochDay() - due.toEpochDay();
    if (late <= 0 && !today.isBefore(calendar.minusWorkingDays(due, PAYMENT_DAYS_AHEAD))) {
      steps.add(PAYMENT_DUE);
    }
    if (late > FORMAL_AFTER) {
      steps.add(LATE_FORMAL);
    } else if (late > SECOND_AFTER) {
      steps.add(LATE_SECOND);
    } else if (late > 0) {
      steps.add(LATE_FIRST);
    }
    return steps;
  }
}
