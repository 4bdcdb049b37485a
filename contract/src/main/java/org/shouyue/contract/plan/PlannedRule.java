package org.shouyue.contract.plan;

import org.shouyue.contract.Capability;

/// A service that something outside sets off: it has no dates, it answers events and requests.
///
/// @param window when the rule is in force
public record PlannedRule(
    String serviceId, Capability capability, SetOffBy setOffBy, Window window) {

  /// What sets it off.
  public enum SetOffBy {
    /// An attack, a notice from above, a holiday.
    EVENT,
    /// The client asks.
    REQUEST
  }
}
