package org.shouyue.scope;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One refusal, with all that is needed to account for it later.
///
/// @param addresses what the name resolved to; empty when it was refused before any lookup
/// @param retryAfter when trying again may help, or null when it cannot
public record Refusal(
    Instant at,
    Purpose purpose,
    Destination destination,
    List<InetAddress> addresses,
    RefusalCode code,
    Message message,
    @Nullable Duration retryAfter) {
  public Refusal {
    addresses = List.copyOf(addresses);
  }
}
