package org.shouyue.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One dated occurrence of a promise (履约事项) and what came of it.
///
/// @param id stable identity of the obligation
/// @param from start of the window
/// @param to end of the window, itself outside it
/// @param performedAt when it was done; null when it was not
/// @param asset what it was done on; null when it concerns no single asset
/// @param note why it was waived, late or undecidable, in Chinese; null when nothing is to be said
/// @param evidence numbers of the evidence records that prove it
public record Occurrence(
    String id,
    Instant from,
    Instant to,
    Outcome outcome,
    @Nullable Instant performedAt,
    @Nullable String asset,
    @Nullable String note,
    List<Long> evidence) {

  public Occurrence {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it begins, not " + from + ".." + to);
    }
    boolean performed = outcome == Outcome.DONE || outcome == Outcome.LATE;
    if (performed && performedAt == null) {
      throw new IllegalArgumentException(outcome.code() + " needs the time of performance: " + id);
    }
    evidence = List.copyOf(evidence);
  }

  /// The day it belongs to in a calendar: when it was done, else the last day of its window.
  LocalDate day(ZoneId zone) {
    Instant at = performedAt == null ? to.minusNanos(1) : performedAt;
    return LocalDate.ofInstant(at, zone);
  }
}
