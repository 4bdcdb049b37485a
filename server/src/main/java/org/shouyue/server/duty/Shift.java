package org.shouyue.server.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which the same people are on call.
///
/// @param people who is called first in front; empty when nobody is
/// @param gap why the roster itself has nobody fit, or nobody who can be phoned; null when all is
///   well. People may still be named: the fallback, or somebody without a phone.
/// @param hindered whom the gap is about; null when it is nobody's turn
record Shift(
    Instant from, Instant to, List<UUID> people, @Nullable Hindrance gap, @Nullable UUID hindered) {
  Shift {
    people = List.copyOf(people);
  }

  /// Whether nothing but the time differs.
  boolean continues(Shift earlier) {
    return earlier.to.equals(from)
        && earlier.people.equals(people)
        && earlier.gap == gap
        && java.util.Objects.equals(earlier.hindered, hindered);
  }

  Shift from(Shift earlier) {
    return new Shift(earlier.from, to, people, gap, hindered);
  }
}
