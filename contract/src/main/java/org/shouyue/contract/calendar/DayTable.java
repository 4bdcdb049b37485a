package org.shouyue.contract.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each day holds: its kind, and its working time as instants. The years with data are laid
/// out as arrays, so that walking over a day there costs one array access.
final class DayTable {

  private final Map<LocalDate, SpecialDay> special;
  private final Set<DayOfWeek> week;
  private final OfficeHours hours;
  private final OfficeHours morning;
  private final ZoneRules rules;
  private final long firstDay;
  private final DayKind[] kinds;
  private final int[] workedSeconds;

  /// Working time between two instants, the end excluded.
  record Stretch(Instant from, Instant to) {}

  DayTable(CalendarDefinition definition) {
    this.special = definition.special();
    this.week = definition.week();
    this.hours = definition.hours();
    this.morning = hours.morning();
    this.rules = definition.zone().getRules();
    long[] days = special.keySet().stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
    this.firstDay = days.length == 0 ? 0 : days[0];
    int length = days.length == 0 ? 0 : (int) (days[days.length - 1] - firstDay) + 1;
    this.kinds = new DayKind[length];
    this.workedSeconds = new int[length];
    Arrays.fill(workedSeconds, -1);
    for (int i = 0; i < length; i++) {
      LocalDate date = LocalDate.ofEpochDay(firstDay + i);
      kinds[i] = computeKind(date);
      workedSeconds[i] = computeSeconds(date);
    }
  }

  DayKind kind(LocalDate date) {
    long index = date.toEpochDay() - firstDay;
    return index >= 0 && index < kinds.length ? kinds[(int) index] : computeKind(date);
  }

  /// Seconds really worked on the day; a day on which the clocks change may have more or fewer.
  int seconds(LocalDate date) {
    long index = date.toEpochDay() - firstDay;
    return index >= 0 && index < kinds.length ? workedSeconds[(int) index] : computeSeconds(date);
  }

  /// The working time of a day in order, empty for a day off.
  List<Stretch> stretches(LocalDate date) {
    OfficeHours onDay = hoursOn(date);
    if (onDay == null) {
      return List.of();
    }
    List<Stretch> stretches = new ArrayList<>(onDay.spans().size());
    for (OfficeHours.Span span : onDay.spans()) {
      Instant from = instant(date, span.from());
      Instant to = instant(date, span.to());
      if (from.isBefore(to)) {
        stretches.add(new Stretch(from, to));
      }
    }
    return stretches;
  }

  private DayKind computeKind(LocalDate date) {
    SpecialDay day = special.get(date);
    if (day != null) {
      return day.kind();
    }
    return week.contains(date.getDayOfWeek()) ? DayKind.WORKDAY : DayKind.WEEKEND;
  }

  private int computeSeconds(LocalDate date) {
    int seconds = 0;
    for (Stretch stretch : stretches(date)) {
      seconds += (int) (stretch.to().getEpochSecond() - stretch.from().getEpochSecond());
    }
    return seconds;
  }

  private @Nullable OfficeHours hoursOn(LocalDate date) {
    return switch (kind(date)) {
      case WEEKEND, HOLIDAY -> null;
      case WORKDAY -> hours;
      case MAKE_UP -> own(date, hours);
      case HALF_DAY -> own(date, morning);
    };
  }

  private OfficeHours own(LocalDate date, OfficeHours otherwise) {
    SpecialDay day = special.get(date);
    return day == null || day.hours() == null ? otherwise : day.hours();
  }

  /// The instant of a wall-clock time. A time that the clocks jump over is the moment of the jump;
  /// a time that comes twice is the first of the two: so later wall-clock times are never earlier
  /// instants, and no stretch overlaps the next.
  private Instant instant(LocalDate date, int secondOfDay) {
    LocalDateTime local = date.atStartOfDay().plusSeconds(secondOfDay);
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition jump = rules.getTransition(local);
      return jump.getInstant();
    }
    return local.toInstant(offsets.getFirst());
  }
}
