package org.shouyue.contract.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a ticket and that a clock looks at.
///
/// @param reason why it was paused; null for every other event
public record SlaEvent(Instant at, Type type, @Nullable String reason) {

  public SlaEvent {
    if ((type == Type.PAUSED) != (reason != null)) {
      throw new IllegalArgumentException(
          "a pause has a reason and nothing else has one: " + type + " " + reason);
    }
  }

  /// What happened.
  public enum Type {
    OPENED,
    RESPONDED,
    ARRIVED,
    RESOLVED,
    /// The solution did not hold. The resolve clock goes on where it had stopped.
    REOPENED,
    PAUSED,
    RESUMED,
    /// The client was told.
    TOLD,
    /// Done with; stops whatever still runs.
    CLOSED
  }

  /// An event without a reason.
  public static SlaEvent of(Instant at, Type type) {
    return new SlaEvent(at, type, null);
  }

  /// A pause.
  public static SlaEvent paused(Instant at, String reason) {
    return new SlaEvent(at, Type.PAUSED, reason);
  }
}
