package org.shouyue.contract.plan;

import java.util.List;
import org.shouyue.contract.Capability;

/// A ceiling: at most so many in each window.
///
/// @param atMost for each window alone; what is not used is not carried over
/// @param windows consecutive, covering the term
public record PlannedQuota(
    String serviceId, Capability capability, int atMost, List<Window> windows) {

  public PlannedQuota {
    windows = List.copyOf(windows);
  }
}
