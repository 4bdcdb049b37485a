package org.shouyue.server.work;

import java.time.Instant;

/// A run came to its end. Told inside the transaction that records the end, so that what listeners
/// write stands or falls with it.
public record RunFinished(Run run, Outcome outcome, Instant at) {}
