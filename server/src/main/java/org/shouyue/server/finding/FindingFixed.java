package org.shouyue.server.finding;

import java.time.Instant;
import java.util.UUID;

/// A run that would have seen a finding did not: it is gone.
public record FindingFixed(Finding finding, UUID runId, Instant at) {}
