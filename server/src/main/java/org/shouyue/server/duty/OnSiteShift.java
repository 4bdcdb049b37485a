package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One shift on site. Who is on it checks in, keeps the log, and leaves with a hand-over note,
/// which the next one acknowledges.
///
/// @param person who is to be there; null while nobody is named
/// @param place where they checked in, in their own words
/// @param handOver the note to the next shift; null before check-out
record OnSiteShift(
    UUID id,
    UUID periodId,
    Instant from,
    Instant to,
    @Nullable UUID person,
    @Nullable Instant checkedInAt,
    @Nullable String place,
    @Nullable Instant checkedOutAt,
    @Nullable String handOver,
    @Nullable Instant takenOverAt,
    @Nullable UUID takenOverBy) {

  /// How early one may check in.
  static final Duration EARLY = Duration.ofHours(1);

  /// How late one may be without being late; nobody there then is told at once.
  static final Duration GRACE = Duration.ofMinutes(10);

  /// Whether somebody came after the grace.
  boolean late() {
    return checkedInAt != null && checkedInAt.isAfter(from.plus(GRACE));
  }

  /// Whether nobody came although the grace is over.
  boolean unattended(Instant now) {
    return checkedInAt == null && now.isAfter(from.plus(GRACE));
  }

  /// The time in which somebody was there by then, within the shift.
  Duration attended(Instant now) {
    if (checkedInAt == null) {
      return Duration.ZERO;
    }
    Instant begin = checkedInAt.isAfter(from.plus(GRACE)) ? checkedInAt : from;
    Instant left = checkedOutAt == null ? now : checkedOutAt;
    Instant end = left.isBefore(to) ? left : to;
    return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
  }

  /// A stretch of a period.
  record Slice(Instant from, Instant to) {}

  /// Cuts a period into shifts of this length that begin at a change of guard; the first may be
  /// shorter.
  static List<Slice> cut(Instant from, Instant to, Instant firstChange, Duration length) {
    List<Slice> slices = new ArrayList<>();
    Instant begin = from;
    Instant next = firstChange;
    while (!next.isAfter(from)) {
      next = next.plus(length);
    }
    while (begin.isBefore(to)) {
      Instant end = next.isBefore(to) ? next : to;
      slices.add(new Slice(begin, end));
      begin = end;
      next = next.plus(length);
    }
    return slices;
  }
}
