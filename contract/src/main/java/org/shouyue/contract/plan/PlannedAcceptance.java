package org.shouyue.contract.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;

/// One acceptance with its dates.
///
/// @param ordinal counted from 1 in the order of the contract
/// @param serviceUntil last day of the service that is judged
/// @param due last day for the acceptance; null when the contract sets no limit
public record PlannedAcceptance(
    int ordinal, Acceptance terms, LocalDate serviceUntil, @Nullable LocalDate due) {

  /// Last day to mend what was refused on a day; null when the contract sets no limit.
  public @Nullable LocalDate mendBy(LocalDate refusedOn) {
    return terms.rectify() == null ? null : refusedOn.plus(terms.rectify());
  }
}
