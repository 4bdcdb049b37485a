package org.shouyue.contract.sla;

import java.util.Set;

/// Which pauses the contract allows. A pause for another reason is refused: the clock goes on, and
/// the reading says so.
///
/// @param reasons allowed reasons, compared as written
/// @param clocks which clocks a pause stops
public record PausePolicy(Set<String> reasons, Set<ClockKind> clocks) {

  /// No pause stops any clock.
  public static final PausePolicy NONE = new PausePolicy(Set.of(), Set.of());

  public PausePolicy {
    reasons = Set.copyOf(reasons);
    clocks = Set.copyOf(clocks);
  }

  /// These reasons stop the clocks for arriving and solving; a first answer can always be given.
  public static PausePolicy allowing(String... reasons) {
    return new PausePolicy(Set.of(reasons), Set.of(ClockKind.ON_SITE, ClockKind.RESOLVE));
  }

  boolean allows(String reason) {
    return reasons.contains(reason);
  }
}
