package org.shouyue.server.finding;

import java.time.Instant;

/// A person decided that a finding is no problem.
public record FindingDismissed(Finding finding, String reason, String by, Instant at) {}
