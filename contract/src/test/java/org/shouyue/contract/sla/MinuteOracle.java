package org.shouyue.contract.sla;

import com.tyme.holiday.LegalHoliday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts a clock minute by minute, by plain loops over a table of open minutes that it makes from
/// tyme4j and from hours written down here. Shares no code with what it checks.
final class MinuteOracle {

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);
  private static final int DAYS = 500;
  private static final int DAY = 24 * 60;
  private static final long FIRST_MINUTE =
      Instant.parse("2025-11-30T16:00:00Z").getEpochSecond() / 60;

  private final boolean[] open = new boolean[DAYS * DAY];

  /// What the oracle says; instants are minutes since 1970.
  record Verdict(Instant due, String state, Duration elapsed) {}

  /// @param hours minutes of the day at which work begins and ends, in turn
  /// @param halfDays days with hours of their own
  MinuteOracle(int[] hours, Map<LocalDate, int[]> halfDays) {
    for (int d = 0; d < DAYS; d++) {
      LocalDate date = FIRST_DAY.plusDays(d);
      LegalHoliday holiday =
          LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
      boolean worked = holiday == null ? date.getDayOfWeek().getValue() < 6 : holiday.isWork();
      int[] own = halfDays.get(date);
      int[] spans = own != null ? own : worked ? hours : new int[0];
      for (int s = 0; s < spans.length; s += 2) {
        for (int minute = spans[s]; minute < spans[s + 1]; minute++) {
          open[d * DAY + minute] = true;
        }
      }
    }
  }

  private boolean isOpen(long minute) {
    return open[Math.toIntExact(minute - FIRST_MINUTE)];
  }

  /// @param events in order, whole minutes, the first of them the opening
  /// @param stops what ends the clock for good, or until it is reopened
  Verdict judge(
      List<SlaEvent> events,
      Set<SlaEvent.Type> stops,
      boolean reopens,
      Set<String> reasons,
      boolean working,
      Duration limit,
      Instant now) {
    long wanted = limit.toMinutes();
    long nowMinute = minute(now);
    long counted = 0;
    long elapsed = 0;
    long due = Long.MIN_VALUE;
    boolean paused = false;
    boolean stopped = false;
    long stoppedAt = -1;
    int next = 0;
    for (long minute = minute(events.getFirst().at()); ; minute++) {
      while (next < events.size()
          && minute(events.get(next).at()) <= minute
          && minute <= nowMinute) {
        SlaEvent event = events.get(next++);
        if (stopped) {
          if (reopens && event.type() == SlaEvent.Type.REOPENED) {
            stopped = false;
          }
        } else if (stops.contains(event.type())) {
          stopped = true;
          paused = false;
          stoppedAt = minute;
        } else if (event.type() == SlaEvent.Type.PAUSED && reasons.contains(event.reason())) {
          paused = true;
        } else if (event.type() == SlaEvent.Type.RESUMED) {
          paused = false;
        }
      }
      boolean later = minute >= nowMinute;
      if (counted >= wanted && due == Long.MIN_VALUE) {
        due = minute;
      }
      if (later) {
        break;
      }
      if (!paused && !stopped && (!working || isOpen(minute))) {
        counted++;
        elapsed++;
      }
    }
    if (due == Long.MIN_VALUE) {
      due = goOn(stopped ? stoppedAt : nowMinute, wanted - counted, working);
    }
    long end = stopped ? stoppedAt : nowMinute;
    String state = end > due ? "BREACHED" : stopped ? "MET" : paused ? "PAUSED" : "RUNNING";
    return new Verdict(Instant.ofEpochSecond(due * 60), state, Duration.ofMinutes(elapsed));
  }

  private long goOn(long from, long missing, boolean working) {
    long minute = from;
    for (long left = missing; left > 0; minute++) {
      left -= !working || isOpen(minute) ? 1 : 0;
    }
    return minute;
  }

  private static long minute(Instant at) {
    return at.getEpochSecond() / 60;
  }
}
