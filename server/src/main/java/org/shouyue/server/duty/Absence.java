package org.shouyue.server.duty;

import java.time.Instant;
import java.util.UUID;

/// Somebody is away: on leave, on a journey, ill.
record Absence(UUID id, UUID person, Instant from, Instant to, String reason) {
  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
