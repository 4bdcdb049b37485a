package org.shouyue.server.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One look at something watched.
///
/// @param up null when the probe could not say
/// @param millis how long it took; null when the probe could not say
public record Probe(
    Instant at, @Nullable Boolean up, @Nullable Integer millis, @Nullable String note) {}
