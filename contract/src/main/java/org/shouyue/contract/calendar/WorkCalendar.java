package org.shouyue.contract.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.CountedTime;

/// Which time is working time: weekdays, statutory holidays and make-up days (调休), half days,
/// office hours and zone. An immutable value; every change gives a new calendar with a new
/// [#version()]. Safe to share between threads.
///
/// Beyond the years with data a calendar still answers, by plain weekends; [#beyondData] says so.
public final class WorkCalendar {

  /// The zone of every client who does not name another.
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final int FARTHEST_DAYS = 366 * 200;

  private final CalendarDefinition definition;
  private final ZoneId zone;
  private final DayTable days;
  private final CalendarVersion version;

  private WorkCalendar(CalendarDefinition definition) {
    this.definition = definition;
    this.zone = definition.zone();
    this.days = new DayTable(definition);
    this.version = definition.version();
  }

  /// China's statutory holidays and make-up days from our own table, 09:00 to 18:00, Monday to
  /// Friday, Asia/Shanghai. The table's source and years stand in its first lines.
  public static WorkCalendar china() {
    return China.CALENDAR;
  }

  /// Reads what [#definition()] wrote, so that a pinned version can be brought back.
  ///
  /// @throws IllegalArgumentException when the text is no definition
  public static WorkCalendar parse(String definition) {
    return new WorkCalendar(CalendarDefinition.parse(definition));
  }

  /// A calendar that also knows the days of a notice. For the years that the notice covers its days
  /// replace what was known before, a client's own days included; a day that it names in a
  /// neighbouring year is added.
  ///
  /// @throws IllegalArgumentException when a year between the known ones and the notice is missing
  public WorkCalendar with(HolidayNotice notice) {
    return new WorkCalendar(definition.with(notice));
  }

  /// A calendar in which one day differs: a half day, or a client's own day off.
  public WorkCalendar with(SpecialDay day) {
    return new WorkCalendar(definition.with(day));
  }

  /// The same days with a client's own office hours.
  public WorkCalendar withOfficeHours(OfficeHours other) {
    return new WorkCalendar(definition.with(other));
  }

  /// The same days at another place.
  public WorkCalendar withZone(ZoneId other) {
    return new WorkCalendar(definition.with(other));
  }

  /// The same special days around another working week.
  public WorkCalendar withWeek(Set<DayOfWeek> worked) {
    return new WorkCalendar(definition.with(worked));
  }

  /// The exact name of this calendar; equal versions mean equal answers.
  public CalendarVersion version() {
    return version;
  }

  public ZoneId zone() {
    return zone;
  }

  public OfficeHours officeHours() {
    return definition.hours();
  }

  /// The years whose holidays are known, in order.
  public List<Integer> coveredYears() {
    return IntStream.rangeClosed(definition.fromYear(), definition.toYear()).boxed().toList();
  }

  /// What kind of day a date is.
  public DayKind kindOf(LocalDate date) {
    return days.kind(date);
  }

  /// Why a date is special (国庆节), null for an ordinary day.
  public @Nullable String nameOf(LocalDate date) {
    SpecialDay day = definition.special().get(date);
    return day == null ? null : day.name();
  }

  public boolean isWorkingDay(LocalDate date) {
    return days.kind(date).worked();
  }

  /// The warning for a range of dates, both included, that reaches past the known years; null when
  /// all of it is known.
  public @Nullable BeyondData beyondData(LocalDate from, LocalDate to) {
    LocalDate first = null;
    LocalDate last = null;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (!definition.knows(year)) {
        LocalDate opens = LocalDate.of(year, 1, 1);
        LocalDate closes = LocalDate.of(year, 12, 31);
        first = first == null ? (opens.isBefore(from) ? from : opens) : first;
        last = closes.isAfter(to) ? to : closes;
      }
    }
    return first == null || last == null
        ? null
        : new BeyondData(version, first, last, definition.toYear());
  }

  /// The date of an instant in this calendar's zone.
  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /// The first instant of a date in this calendar's zone.
  public Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  /// Working time between two instants; negative when the second is the earlier.
  public Duration workingTimeBetween(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return workingTimeBetween(to, from).negated();
    }
    LocalDate first = dateOf(from);
    LocalDate last = dateOf(to);
    Duration sum = worked(first, from, to);
    if (first.equals(last)) {
      return sum;
    }
    long whole = 0;
    for (LocalDate day = first.plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
      whole += days.seconds(day);
    }
    return sum.plusSeconds(whole).plus(worked(last, from, to));
  }

  /// The earliest instant at which this much working time has passed. Nothing at all ends at once,
  /// also at night; a limit that is used up when the office closes ends at closing time, not when
  /// it opens again. A negative amount goes back: to the latest instant from which it would lead
  /// here.
  ///
  /// @throws IllegalArgumentException when the answer is more than two centuries away
  public Instant plusWorking(Instant from, Duration amount) {
    if (amount.isNegative()) {
      return minusWorking(from, amount.negated());
    }
    Duration left = amount;
    LocalDate day = dateOf(from);
    for (int walked = 0; walked < FARTHEST_DAYS && left.isPositive(); walked++) {
      if (walked > 0 && left.compareTo(Duration.ofSeconds(days.seconds(day))) > 0) {
        left = left.minusSeconds(days.seconds(day));
      } else {
        for (DayTable.Stretch stretch : days.stretches(day)) {
          Instant start = later(stretch.from(), from);
          Duration room = Duration.between(start, stretch.to());
          if (room.compareTo(left) >= 0) {
            return start.plus(left);
          }
          left = room.isPositive() ? left.minus(room) : left;
        }
      }
      day = day.plusDays(1);
    }
    return arrived(from, amount, left);
  }

  private Instant minusWorking(Instant to, Duration amount) {
    Duration left = amount;
    LocalDate day = dateOf(to);
    for (int walked = 0; walked < FARTHEST_DAYS && left.isPositive(); walked++) {
      if (walked > 0 && left.compareTo(Duration.ofSeconds(days.seconds(day))) > 0) {
        left = left.minusSeconds(days.seconds(day));
      } else {
        for (DayTable.Stretch stretch : days.stretches(day).reversed()) {
          Instant end = earlier(stretch.to(), to);
          Duration room = Duration.between(stretch.from(), end);
          if (room.compareTo(left) >= 0) {
            return end.minus(left);
          }
          left = room.isPositive() ? left.minus(room) : left;
        }
      }
      day = day.minusDays(1);
    }
    return arrived(to, amount.negated(), left);
  }

  private static Instant arrived(Instant at, Duration amount, Duration left) {
    if (left.isPositive()) {
      throw new IllegalArgumentException(amount + " of working time does not end near " + at);
    }
    return at;
  }

  /// Time between two instants as a limit counts it.
  public Duration elapsed(CountedTime counted, Instant from, Instant to) {
    return switch (counted) {
      case ALWAYS -> Duration.between(from, to);
      case WORKING -> workingTimeBetween(from, to);
    };
  }

  /// The earliest instant at which a limit that counts this time is used up.
  public Instant plus(CountedTime counted, Instant from, Duration amount) {
    return switch (counted) {
      case ALWAYS -> from.plus(amount);
      case WORKING -> plusWorking(from, amount);
    };
  }

  /// The n-th working day after a date; the date itself is not counted (民法典第二百零一条). Zero gives the
  /// date itself, a negative count goes back.
  public LocalDate plusWorkingDays(LocalDate date, int count) {
    int step = Integer.signum(count);
    LocalDate day = date;
    for (int left = Math.abs(count); left > 0; ) {
      day = day.plusDays(step);
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  /// The n-th working day before a date; on working days it undoes [#plusWorkingDays].
  public LocalDate minusWorkingDays(LocalDate date, int count) {
    return plusWorkingDays(date, -count);
  }

  /// The date itself when it is worked, otherwise the next working day.
  public LocalDate workingDayFrom(LocalDate date) {
    return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
  }

  /// The date itself when it is worked, otherwise the last working day before it.
  public LocalDate workingDayUntil(LocalDate date) {
    return isWorkingDay(date) ? date : plusWorkingDays(date, -1);
  }

  /// Everything that this calendar is, as text; [#parse] reads it back. Store it beside the version
  /// wherever a computed date must be explained years later.
  public String definition() {
    return definition.text();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkCalendar calendar && calendar.version.equals(version);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }

  @Override
  public String toString() {
    return version.toString();
  }

  private Duration worked(LocalDate day, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (DayTable.Stretch stretch : days.stretches(day)) {
      Duration part = Duration.between(later(stretch.from(), from), earlier(stretch.to(), to));
      sum = part.isPositive() ? sum.plus(part) : sum;
    }
    return sum;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Holds the table of China until somebody asks for it.
  private static final class China {
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarDefinition.china());
  }
}
