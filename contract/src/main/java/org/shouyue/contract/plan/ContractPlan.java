package org.shouyue.contract.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shouyue.contract.calendar.BeyondData;
import org.shouyue.contract.calendar.CalendarVersion;

/// Everything that a contract owes, with dates.
///
/// @param calendar the exact calendar that the dates stand on
/// @param obligations dated occurrences, service by service in the contract's order
/// @param unplanned promises without a date, each with its reason
/// @param warnings where the plan runs past the calendar's data
public record ContractPlan(
    ServiceTerm term,
    CalendarVersion calendar,
    List<PlannedObligation> obligations,
    List<PlannedStanding> standing,
    List<PlannedRule> rules,
    List<PlannedQuota> quotas,
    List<PlannedPayment> payments,
    List<PlannedAcceptance> acceptances,
    List<Unplanned> unplanned,
    List<BeyondData> warnings)
    implements PlanAnswer {

  public ContractPlan {
    obligations = List.copyOf(obligations);
    standing = List.copyOf(standing);
    rules = List.copyOf(rules);
    quotas = List.copyOf(quotas);
    payments = List.copyOf(payments);
    acceptances = List.copyOf(acceptances);
    unplanned = List.copyOf(unplanned);
    warnings = List.copyOf(warnings);
  }

  /// Obligations and the monthly proofs of standing services together, in order of their windows.
  public List<PlannedObligation> dated() {
    return Stream.concat(
            obligations.stream(), standing.stream().flatMap(one -> one.proofs().stream()))
        .sorted(
            Comparator.comparing((PlannedObligation one) -> one.window().from())
                .thenComparing(PlannedObligation::serviceId)
                .thenComparingInt(PlannedObligation::ordinal))
        .toList();
  }
}
