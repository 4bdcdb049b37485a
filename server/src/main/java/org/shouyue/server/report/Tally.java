package org.shouyue.server.report;

import java.util.Collection;
import java.util.EnumMap;

/// How many occurrences came to which outcome. Always counted from listed occurrences, never kept
/// apart from them.
///
/// @param due all whose window ended in the period, whatever came of them
public record Tally(
    int due, int done, int late, int missed, int waived, int unknown, int upcoming) {

  /// Counts these occurrences.
  public static Tally of(Collection<Occurrence> occurrences) {
    var counts = new EnumMap<Outcome, Integer>(Outcome.class);
    occurrences.forEach(occurrence -> counts.merge(occurrence.outcome(), 1, Integer::sum));
    return new Tally(
        (int) occurrences.stream().filter(o -> o.outcome().due()).count(),
        counts.getOrDefault(Outcome.DONE, 0),
        counts.getOrDefault(Outcome.LATE, 0),
        counts.getOrDefault(Outcome.MISSED, 0),
        counts.getOrDefault(Outcome.WAIVED, 0),
        counts.getOrDefault(Outcome.UNKNOWN, 0),
        counts.getOrDefault(Outcome.UPCOMING, 0));
  }
}
