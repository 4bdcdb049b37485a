package org.shouyue.contract.sla;

import java.util.Locale;

/// What a clock waits for.
public enum ClockKind {
  /// Somebody acts on it. An arrival or a solution is an answer too.
  RESPOND,
  /// Somebody is at the place. A solution from afar makes the way needless and stops this clock.
  ON_SITE,
  /// It works again, or a solution is given.
  RESOLVE,
  /// The client is told. Neither an answer nor a solution says so, only the telling or the end.
  FEEDBACK;

  /// The written code: `on-site`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
