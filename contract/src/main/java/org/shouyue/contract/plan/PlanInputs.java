package org.shouyue.contract.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.calendar.WorkCalendar;

/// What a plan needs besides the contract.
///
/// @param signedOn day of signature; null before it is known, which refuses a plan that starts with
///   the signing
/// @param calendar the calendar that the plan is pinned to
/// @param decided ambiguities that a person has decided (and, where needed, mended in the contract)
/// @param purchased ids of value-added services that the client has bought
/// @param roll what happens to due dates on days off
/// @param invoiceDaysAhead how many working days before a payment the invoice must be there; 0
///   where the contract does not ask for it
public record PlanInputs(
    @Nullable LocalDate signedOn,
    WorkCalendar calendar,
    Set<Ambiguity> decided,
    Set<String> purchased,
    RollPolicy roll,
    int invoiceDaysAhead) {

  /// The lead that contracts which ask for one use most.
  public static final int USUAL_INVOICE_DAYS_AHEAD = 5;

  public PlanInputs {
    decided = Set.copyOf(decided);
    purchased = Set.copyOf(purchased);
    if (invoiceDaysAhead < 0) {
      throw new IllegalArgumentException(
          "an invoice comes before its payment, not " + -invoiceDaysAhead + " days after");
    }
  }

  /// Inputs with the usual choices: nothing decided, nothing bought, due dates as written.
  public static PlanInputs of(@Nullable LocalDate signedOn, WorkCalendar calendar) {
    return new PlanInputs(
        signedOn, calendar, Set.of(), Set.of(), RollPolicy.AS_WRITTEN, USUAL_INVOICE_DAYS_AHEAD);
  }

  /// The same inputs with these ambiguities decided.
  public PlanInputs decided(Iterable<Ambiguity> ambiguities) {
    Set<Ambiguity> all = new HashSet<>(decided);
    ambiguities.forEach(all::add);
    return new PlanInputs(signedOn, calendar, all, purchased, roll, invoiceDaysAhead);
  }

  /// The same inputs with another policy for days off.
  public PlanInputs rolled(RollPolicy policy) {
    return new PlanInputs(signedOn, calendar, decided, purchased, policy, invoiceDaysAhead);
  }

  /// The same inputs with these value-added services bought.
  public PlanInputs purchased(Set<String> serviceIds) {
    return new PlanInputs(signedOn, calendar, decided, serviceIds, roll, invoiceDaysAhead);
  }
}
