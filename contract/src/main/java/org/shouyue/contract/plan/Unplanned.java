package org.shouyue.contract.plan;

/// A promise, or one window of it, for which no date could be set. Listed so that nothing is lost.
public record Unplanned(
    String serviceId, String title, Reason reason, String chinese, String english) {

  /// Why there is no date.
  public enum Reason {
    /// The clause does not say how often.
    NO_FREQUENCY,
    /// Priced apart and not bought.
    NOT_PURCHASED,
    /// Its cycle has no occurrence inside the term.
    OUTSIDE_TERM,
    /// Cycle and deadline do not fit together.
    UNCLEAR,
    /// Left out because another window is due on the same day.
    COLLISION
  }
}
