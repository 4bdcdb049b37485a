package org.shouyue.server.finding;

import java.time.Instant;
import java.util.UUID;

/// A retest did not prove a finding gone.
///
/// @param seen true when it is still there; false when the retest could not say
/// @param note what the retest saw, or why it could not say
public record FindingRetested(Finding finding, UUID runId, boolean seen, String note, Instant at) {}
