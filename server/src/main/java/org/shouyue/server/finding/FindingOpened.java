package org.shouyue.server.finding;

import java.time.Instant;

/// A run saw something wrong that was not known, or that had been fixed.
///
/// @param again true when it had been fixed
public record FindingOpened(Finding finding, boolean again, Instant at) {}
