package org.shouyue.contract.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Everything that makes a calendar what it is, as values and as text.
///
/// @param fromYear first year whose holidays are known
/// @param toYear last such year; all between are known too
/// @param special by date, also outside those years
record CalendarDefinition(
    String id,
    ZoneId zone,
    OfficeHours hours,
    Set<DayOfWeek> week,
    int fromYear,
    int toYear,
    SortedMap<LocalDate, SpecialDay> special) {

  CalendarDefinition {
    if (week.isEmpty()) {
      throw new IllegalArgumentException("a working week has at least one day");
    }
    week = Set.copyOf(week);
    special = Collections.unmodifiableSortedMap(new TreeMap<>(special));
  }

  /// The table in our own resources.
  static CalendarDefinition china() {
    try (InputStream in = CalendarDefinition.class.getResourceAsStream("cn.csv")) {
      if (in == null) {
        throw new IllegalStateException("the holiday table cn.csv is missing from the module");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Reads what [#text()] wrote.
  ///
  /// @throws IllegalArgumentException when the text is no definition
  static CalendarDefinition parse(String definition) {
    NoticeText text = NoticeText.definition(definition);
    SortedMap<LocalDate, SpecialDay> special = new TreeMap<>();
    text.days().forEach(day -> special.put(day.date(), day));
    return new CalendarDefinition(
        head(text, "id", "cn"),
        ZoneId.of(head(text, "zone", "Asia/Shanghai")),
        OfficeHours.parse(head(text, "hours", "09:00-18:00")),
        week(head(text, "week", "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")),
        text.fromYear(),
        text.toYear(),
        special);
  }

  CalendarDefinition with(HolidayNotice notice) {
    if (notice.fromYear() > toYear + 1 || notice.toYear() < fromYear - 1) {
      throw new IllegalArgumentException(
          "years follow one another: %d..%d does not join %d..%d"
              .formatted(notice.fromYear(), notice.toYear(), fromYear, toYear));
    }
    SortedMap<LocalDate, SpecialDay> merged = new TreeMap<>(special);
    merged.keySet().removeIf(notice::covers);
    notice.days().forEach(day -> merged.put(day.date(), day));
    return new CalendarDefinition(
        id,
        zone,
        hours,
        week,
        Math.min(fromYear, notice.fromYear()),
        Math.max(toYear, notice.toYear()),
        merged);
  }

  CalendarDefinition with(SpecialDay day) {
    SortedMap<LocalDate, SpecialDay> merged = new TreeMap<>(special);
    merged.put(day.date(), day);
    return new CalendarDefinition(id, zone, hours, week, fromYear, toYear, merged);
  }

  CalendarDefinition with(OfficeHours other) {
    return new CalendarDefinition(id, zone, other, week, fromYear, toYear, special);
  }

  CalendarDefinition with(ZoneId other) {
    return new CalendarDefinition(id, other, hours, week, fromYear, toYear, special);
  }

  CalendarDefinition with(Set<DayOfWeek> worked) {
    return new CalendarDefinition(id, zone, hours, worked, fromYear, toYear, special);
  }

  boolean knows(int year) {
    return year >= fromYear && year <= toYear;
  }

  /// The written form, in one fixed order, so that equal definitions are equal texts.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("id,").append(id).append("\nzone,").append(zone).append("\nhours,").append(hours);
    text.append("\nweek,")
        .append(week.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(",")));
    text.append("\nyears,").append(fromYear).append("..").append(toYear).append('\n');
    special.values().forEach(day -> text.append(day.line()).append('\n'));
    return text.toString();
  }

  CalendarVersion version() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return new CalendarVersion(id, toYear + "-" + HexFormat.of().formatHex(hash, 0, 6));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String head(NoticeText text, String name, String otherwise) {
    String value = text.head(name);
    return value == null ? otherwise : value;
  }

  private static Set<DayOfWeek> week(String written) {
    Set<DayOfWeek> worked = EnumSet.noneOf(DayOfWeek.class);
    for (String day : written.split(",", -1)) {
      worked.add(DayOfWeek.valueOf(day.strip()));
    }
    return worked;
  }
}
