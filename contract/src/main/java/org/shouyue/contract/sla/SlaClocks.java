package org.shouyue.contract.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.calendar.WorkCalendar;

/// Reads the clocks of a ticket. A pure function of the event log, the pinned level, its calendar
/// and the time of asking.
///
/// A clock is kept when it stops at its due date or before. The resolve clock of a reopened ticket
/// goes on from what it had counted; the time in which the ticket was solved does not count.
public final class SlaClocks {

  private static final int[] WARN_AT_PERCENT = {50, 80, 100};

  private SlaClocks() {}

  /// The reading of each clock that the level promises, in the order respond, on-site, resolve,
  /// feedback.
  ///
  /// @param events in any order; events at the same instant count in the order given, events after
  ///   `now` have not happened yet
  /// @return empty while the ticket is not opened
  /// @throws IllegalArgumentException when the calendar is not the pinned one
  public static List<ClockReading> read(
      PinnedLevel level, List<SlaEvent> events, WorkCalendar calendar, Instant now) {
    if (!calendar.version().equals(level.calendar())) {
      throw new IllegalArgumentException(
          "the level is pinned to calendar " + level.calendar() + ", not " + calendar.version());
    }
    List<SlaEvent> happened =
        events.stream()
            .filter(event -> !event.at().isAfter(now))
            .sorted(Comparator.comparing(SlaEvent::at))
            .toList();
    Instant opened = opened(happened);
    if (opened == null) {
      return List.of();
    }
    List<ClockReading> readings = new ArrayList<>();
    for (ClockKind kind : ClockKind.values()) {
      Duration limit = level.limit(kind);
      if (limit != null) {
        CountedStretches stretches = new CountedStretches(kind, level.pauses(), opened);
        happened.stream().filter(e -> !e.at().isBefore(opened)).forEach(stretches::follow);
        readings.add(new Reader(level, calendar, stretches, now).reading(kind, opened, limit));
      }
    }
    return readings;
  }

  private static @Nullable Instant opened(List<SlaEvent> happened) {
    for (SlaEvent event : happened) {
      if (event.type() == SlaEvent.Type.OPENED) {
        return event.at();
      }
    }
    return null;
  }

  /// Reads one clock from its stretches.
  private record Reader(
      PinnedLevel level, WorkCalendar calendar, CountedStretches stretches, Instant now) {

    ClockReading reading(ClockKind kind, Instant opened, Duration limit) {
      Instant due = usedUp(limit);
      Instant end = end();
      Duration elapsed = elapsed(end);
      List<ClockReading.Warning> warnings = new ArrayList<>();
      for (int percent : WARN_AT_PERCENT) {
        Instant at = usedUp(limit.multipliedBy(percent).dividedBy(100));
        warnings.add(new ClockReading.Warning(percent, at, !at.isAfter(end)));
      }
      return new ClockReading(
          kind,
          opened,
          due,
          state(due, end),
          stretches.stopped(),
          limit,
          elapsed,
          limit.minus(elapsed),
          warnings,
          stretches.refusedPauses(),
          level.clauseVersion(),
          level.calendar());
    }

    private ClockReading.State state(Instant due, Instant end) {
      if (end.isAfter(due)) {
        return ClockReading.State.BREACHED;
      }
      if (stretches.stopped() != null) {
        return ClockReading.State.MET;
      }
      return stretches.paused() ? ClockReading.State.PAUSED : ClockReading.State.RUNNING;
    }

    private Instant end() {
      Instant stopped = stretches.stopped();
      return stopped == null ? now : stopped;
    }

    private Duration elapsed(Instant end) {
      Duration sum = Duration.ZERO;
      for (CountedStretches.Stretch stretch : stretches.closed()) {
        sum = sum.plus(counted(stretch.from(), stretch.to()));
      }
      Instant running = stretches.runningSince();
      return running == null ? sum : sum.plus(counted(running, end));
    }

    /// The instant at which this much has been counted. Where the log ends first, the clock is
    /// taken to go on: from its last stretch when it was counting, from the end when it was paused.
    private Instant usedUp(Duration amount) {
      Duration left = amount;
      for (CountedStretches.Stretch stretch : stretches.closed()) {
        Duration counted = counted(stretch.from(), stretch.to());
        if (counted.compareTo(left) >= 0) {
          return calendar.plus(time(), stretch.from(), left);
        }
        left = left.minus(counted);
      }
      Instant running = stretches.runningSince();
      return calendar.plus(time(), running == null ? end() : running, left);
    }

    private Duration counted(Instant from, Instant to) {
      return calendar.elapsed(time(), from, to);
    }

    private CountedTime time() {
      return level.level().calendar();
    }
  }
}
