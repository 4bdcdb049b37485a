package org.shouyue.server.work;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;

/// One asset that a service watches without a break, during `[from, to)`.
///
/// @param lastVerdict what the last probe said; null before the first
record Watch(
    UUID id,
    UUID clientId,
    UUID contractId,
    String serviceId,
    UUID assetId,
    Capability capability,
    Instant from,
    Instant to,
    Instant next,
    @Nullable String lastVerdict) {

  /// The first instant of the grid `from + n * step` after now: probes that were not made while
  /// nobody could are left out, never made up for.
  Instant nextAfter(Instant now, Duration step) {
    if (now.isBefore(from)) {
      return from;
    }
    long passed = Duration.between(from, now).toMillis() / step.toMillis();
    return from.plusMillis((passed + 1) * step.toMillis());
  }
}
