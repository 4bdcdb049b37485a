package org.shouyue.contract.plan;

import java.util.List;
import org.shouyue.contract.Capability;

/// A service without a break: monitoring, real-time protection.
///
/// It is not turned into one obligation a day: the clause promises no daily act, and a year of
/// invented occurrences would bury the real ones. It runs through `whole`, and is judged on one
/// proof for each month of the term, the rhythm in which such services are reported and accepted.
///
/// @param proofs consecutive obligations of kind `PROOF` that cover the term
public record PlannedStanding(
    String serviceId, Capability capability, Window whole, List<PlannedObligation> proofs) {

  public PlannedStanding {
    proofs = List.copyOf(proofs);
  }
}
