package org.shouyue.server.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody takes a stretch of time over (替班).
///
/// @param instead whose turns they take; null when they come before everybody
/// @param swap the swap that it came from; null when a manager entered it
record StandIn(
    UUID id,
    UUID person,
    @Nullable UUID instead,
    Instant from,
    Instant to,
    String reason,
    String madeBy,
    @Nullable UUID swap) {
  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
