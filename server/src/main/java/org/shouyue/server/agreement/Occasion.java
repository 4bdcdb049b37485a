package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;

/// Something outside that sets off a service without dates: a holiday, a session, an event that the
/// client told of.
///
/// @param name what happens, as in 国庆节
/// @param to excluded
/// @param dueAt when the obligation is missed unless it was performed; `to` or later
public record Occasion(
    UUID contractId, String serviceId, String name, Instant from, Instant to, Instant dueAt) {
  public Occasion {
    if (!from.isBefore(to) || dueAt.isBefore(to)) {
      throw new IllegalArgumentException("an occasion ends after it begins: " + from + ".." + to);
    }
  }
}
