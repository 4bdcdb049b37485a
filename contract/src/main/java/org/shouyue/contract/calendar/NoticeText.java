package org.shouyue.contract.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the table form of special days line by line and collects every fault.
final class NoticeText {

  private static final int LONGEST_RANGE_DAYS = 40;
  private static final String ROW_FORM = "write date,holiday|make-up|half-day,name";

  private final String text;
  private final List<NoticeReading.Fault> faults = new ArrayList<>();
  private final Map<LocalDate, Integer> lineOfDate = new HashMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final List<SpecialDay> days = new ArrayList<>();
  private final boolean notice;
  private int fromYear;
  private int toYear;
  private int line;

  private NoticeText(String text, boolean notice) {
    this.text = text;
    this.notice = notice;
  }

  /// Reads a notice by somebody else: every line must make sense for its years.
  static NoticeReading notice(String text) {
    NoticeText read = new NoticeText(text, true);
    read.readAll();
    return read.faults.isEmpty()
        ? new HolidayNotice(read.fromYear, read.toYear, read.days)
        : new NoticeReading.Refused(read.faults);
  }

  /// Reads a definition that a calendar wrote; clients' own days in it may lie anywhere.
  ///
  /// @throws IllegalArgumentException when it has faults
  static NoticeText definition(String text) {
    NoticeText read = new NoticeText(text, false);
    read.readAll();
    if (!read.faults.isEmpty()) {
      throw new IllegalArgumentException("no calendar definition: " + read.faults);
    }
    return read;
  }

  int fromYear() {
    return fromYear;
  }

  int toYear() {
    return toYear;
  }

  List<SpecialDay> days() {
    return days;
  }

  private void readAll() {
    text.lines().forEach(this::readLine);
    if (fromYear == 0 && faults.isEmpty()) {
      line = 1;
      fault(1, "no year is named", "begin with a line such as years,2027");
    }
  }

  /// The value of a head line such as `zone`, null when it is absent.
  @Nullable String head(String name) {
    return heads.get(name);
  }

  private void readLine(String written) {
    line++;
    String row = written.startsWith("\uFEFF") ? written.substring(1) : written;
    if (row.isBlank() || row.stripLeading().startsWith("#")) {
      return;
    }
    int comma = row.indexOf(',');
    String first = comma < 0 ? row.strip() : row.substring(0, comma).strip();
    if (comma < 0) {
      fault(1, "the line has one field", ROW_FORM);
    } else if (first.equals("years") || first.equals("year")) {
      readYears(row.substring(comma + 1).strip(), comma + 2);
    } else if (!first.isEmpty() && Character.isLetter(first.charAt(0))) {
      heads.put(first, row.substring(comma + 1).strip());
    } else {
      readDays(row);
    }
  }

  private void readYears(String years, int column) {
    String[] ends = years.split("\\.\\.", -1);
    try {
      int from = Integer.parseInt(ends[0].strip());
      int to = Integer.parseInt(ends[ends.length - 1].strip());
      if (ends.length > 2 || from < 1949 || to > 2999 || from > to) {
        throw new NumberFormatException();
      }
      fromYear = from;
      toYear = to;
    } catch (NumberFormatException _) {
      fault(column, years + " is no year", "write years,2027 or years,2023..2026");
    }
  }

  private void readDays(String row) {
    String[] cells = row.split(",", 4);
    if (cells.length < 3) {
      fault(1, "the line has " + cells.length + " fields", ROW_FORM);
      return;
    }
    int kindColumn = cells[0].length() + 2;
    DayKind kind = kind(cells[1].strip(), kindColumn);
    String name = cells[2].strip();
    if (name.isEmpty()) {
      fault(kindColumn + cells[1].length() + 1, "the day has no name", "write why, e.g. 春节");
      return;
    }
    OfficeHours hours =
        cells.length < 4 ? null : hours(cells[3], row.length() - cells[3].length() + 1);
    if (kind == DayKind.HOLIDAY && hours != null) {
      fault(kindColumn, "a holiday has no hours", "write half-day or leave the hours out");
    } else if (kind != null) {
      dates(cells[0].strip()).forEach(date -> add(new SpecialDay(date, kind, name, hours)));
    }
  }

  private void add(SpecialDay day) {
    Integer earlier = lineOfDate.putIfAbsent(day.date(), line);
    boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    if (earlier != null) {
      fault(1, day.date() + " is also on line " + earlier, "keep one of the two");
    } else if (fromYear == 0) {
      fault(1, "the days come before the years", "put years,2027 above the first day");
    } else if (notice && !HolidayNotice.reaches(fromYear, toYear, day.date())) {
      fault(
          1, day.date() + " is not near " + fromYear + ".." + toYear, "correct the date or years");
    } else if (notice && day.kind() == DayKind.MAKE_UP && !weekend) {
      fault(
          1,
          day.date() + " is a " + day.date().getDayOfWeek() + " and worked anyway",
          "a make-up day is a Saturday or a Sunday");
    } else {
      days.add(day);
    }
  }

  private List<LocalDate> dates(String cell) {
    String[] ends = cell.split("\\.\\.", -1);
    try {
      LocalDate from = LocalDate.parse(ends[0].strip());
      LocalDate to = LocalDate.parse(ends[ends.length - 1].strip());
      if (ends.length > 2 || to.isBefore(from) || from.plusDays(LONGEST_RANGE_DAYS).isBefore(to)) {
        fault(1, cell + " is no range of days", "write first..last, at most 40 days");
        return List.of();
      }
      return from.datesUntil(to.plusDays(1)).toList();
    } catch (DateTimeException _) {
      fault(1, cell + " is no date", "write 2027-02-05 or 2027-02-05..2027-02-11");
      return List.of();
    }
  }

  private @Nullable DayKind kind(String code, int column) {
    for (DayKind kind : List.of(DayKind.HOLIDAY, DayKind.MAKE_UP, DayKind.HALF_DAY)) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    fault(column, code + " is no kind of day", "write holiday, make-up or half-day");
    return null;
  }

  private @Nullable OfficeHours hours(String cell, int column) {
    try {
      return OfficeHours.parse(cell);
    } catch (IllegalArgumentException wrong) {
      fault(column, String.valueOf(wrong.getMessage()), "write 09:00-12:00");
      return null;
    }
  }

  private void fault(int column, String message, String remedy) {
    faults.add(new NoticeReading.Fault(line, column, message, remedy));
  }
}
