package org.shouyue.contract.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final int FARTHEST_DAYS = 366 * 200;

  private final String id;
  private final ZoneId zone;
  private final OfficeHours hours;
  private final Set<DayOfWeek> week;
  private final NavigableSet<Integer> years;
  private final SortedMap<LocalDate, SpecialDay> special;
  private final DayTable days;
  private final CalendarVersion version;

  private WorkCalendar(
      String id,
      ZoneId zone,
      OfficeHours hours,
      Set<DayOfWeek> week,
      NavigableSet<Integer> years,
      SortedMap<LocalDate, SpecialDay> special) {
    if (week.isEmpty()) {
      throw new IllegalArgumentException("a working week has at least one day");
    }
    this.id = id;
    this.zone = zone;
    this.hours = hours;
    this.week = Set.copyOf(week);
    this.years = years;
    this.special = special;
    this.days = new DayTable(special, this.week, hours, zone);
    this.version = new CalendarVersion(id, years.getLast() + "-" + digest(definition()));
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
    NoticeText text = NoticeText.definition(definition);
    String written = text.head("week");
    return new WorkCalendar(
        head(text, "id", "cn"),
        ZoneId.of(head(text, "zone", SHANGHAI.getId())),
        OfficeHours.parse(head(text, "hours", OfficeHours.NINE_TO_SIX.toString())),
        written == null ? MONDAY_TO_FRIDAY : week(written),
        years(text.fromYear(), text.toYear()),
        text.days().stream()
            .collect(
                Collectors.toMap(
                    SpecialDay::date, Function.identity(), (one, _) -> one, TreeMap::new)));
  }

  /// A calendar that also knows the days of a notice. For the years that the notice covers its days
  /// replace what was known before; a day that it names in a neighbouring year is added.
  ///
  /// @throws IllegalArgumentException when a year between the known ones and the notice is missing
  public WorkCalendar with(HolidayNotice notice) {
    if (notice.fromYear() > years.getLast() + 1 || notice.toYear() < years.getFirst() - 1) {
      throw new IllegalArgumentException(
          "years follow one another: %d..%d does not join %d..%d"
              .formatted(notice.fromYear(), notice.toYear(), years.getFirst(), years.getLast()));
    }
    SortedMap<LocalDate, SpecialDay> merged = new TreeMap<>(special);
    merged.keySet().removeIf(notice::covers);
    notice.days().forEach(day -> merged.put(day.date(), day));
    NavigableSet<Integer> known = new TreeSet<>(years);
    known.addAll(years(notice.fromYear(), notice.toYear()));
    return new WorkCalendar(id, zone, hours, week, known, merged);
  }

  /// A calendar in which one day differs: a half day, or a client's own day off.
  public WorkCalendar with(SpecialDay day) {
    SortedMap<LocalDate, SpecialDay> merged = new TreeMap<>(special);
    merged.put(day.date(), day);
    return new WorkCalendar(id, zone, hours, week, years, merged);
  }

  /// The same days with a client's own office hours.
  public WorkCalendar withOfficeHours(OfficeHours other) {
    return new WorkCalendar(id, zone, other, week, years, special);
  }

  /// The same days at another place.
  public WorkCalendar withZone(ZoneId other) {
    return new WorkCalendar(id, other, hours, week, years, special);
  }

  /// The same special days around another working week.
  public WorkCalendar withWeek(Set<DayOfWeek> worked) {
    return new WorkCalendar(id, zone, hours, worked, years, special);
  }

  /// The exact name of this calendar; equal versions mean equal answers.
  public CalendarVersion version() {
    return version;
  }

  public ZoneId zone() {
    return zone;
  }

  public OfficeHours officeHours() {
    return hours;
  }

  /// The years whose holidays are known, in order.
  public List<Integer> coveredYears() {
    return List.copyOf(years);
  }

  /// What kind of day a date is.
  public DayKind kindOf(LocalDate date) {
    return days.kind(date);
  }

  /// Why a date is special (国庆节), null for an ordinary day.
  public @Nullable String nameOf(LocalDate date) {
    SpecialDay day = special.get(date);
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
      if (!years.contains(year)) {
        LocalDate opens = LocalDate.of(year, 1, 1);
        LocalDate closes = LocalDate.of(year, 12, 31);
        first = first == null ? (opens.isBefore(from) ? from : opens) : first;
        last = closes.isAfter(to) ? to : closes;
      }
    }
    return first == null || last == null
        ? null
        : new BeyondData(version, first, last, years.getLast());
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
    String range = "years," + years.getFirst() + ".." + years.getLast() + "\n";
    String worked = week.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    String table =
        special.values().stream().map(d -> d.line() + "\n").collect(Collectors.joining());
    return "id,"
        + id
        + "\nzone,"
        + zone
        + "\nhours,"
        + hours
        + "\nweek,"
        + worked
        + "\n"
        + range
        + table;
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

  private static NavigableSet<Integer> years(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static String head(NoticeText text, String name, String otherwise) {
    String value = text.head(name);
    return value == null ? otherwise : value;
  }

  private static Set<DayOfWeek> week(String written) {
    EnumSet<DayOfWeek> worked = EnumSet.noneOf(DayOfWeek.class);
    for (String day : written.split(",", -1)) {
      worked.add(DayOfWeek.valueOf(day.strip()));
    }
    return worked;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// Holds the table of China until somebody asks for it.
  private static final class China {
    private static final WorkCalendar CALENDAR = parse(table());

    private static String table() {
      try (InputStream in = WorkCalendar.class.getResourceAsStream("cn.csv")) {
        if (in == null) {
          throw new IllegalStateException("the holiday table cn.csv is missing from the module");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
