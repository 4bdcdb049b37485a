package org.shouyue.contract.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Day;

/// Days by the calendar: 2023年1月1日, 2022.5.30, 2024-01-01, 二〇二五年九月, 12月底, 每月25日.
final class Days {
  private Days() {}

  static @Nullable Day read(Scan scan, Scan.Figure figure) {
    Integer number = whole(figure.value());
    if (number == null) {
      return figure.wide() ? null : dotted(scan, figure);
    }
    if (number >= 1900 && number <= 2200) {
      return fromYear(scan, figure, number);
    }
    int end = scan.skip(figure.end(), " _");
    if (number >= 1 && number <= 12 && scan.at(end) == '月' && !isSpanOfMonths(scan, end)) {
      return fromMonth(scan, null, number, figure.start(), end + 1);
    }
    return number >= 1 && number <= 31 && isDayOfMonth(scan, figure, end)
        ? new Day(null, null, number, false, figure.start(), end + 1)
        : null;
  }

  private static @Nullable Day fromYear(Scan scan, Scan.Figure figure, int year) {
    int end = scan.skip(figure.end(), " _");
    if (scan.at(end) == '年') {
      Scan.Figure next = scan.figure(scan.skip(end + 1, " _"));
      Integer month = next == null ? null : whole(next.value());
      int close = next == null ? 0 : scan.skip(next.end(), " _");
      if (month != null && month >= 1 && month <= 12 && scan.at(close) == '月') {
        return fromMonth(scan, year, month, figure.start(), close + 1);
      }
      boolean yearEnd = scan.at(end + 1) == '底' || scan.at(end + 1) == '末';
      return new Day(
          year,
          yearEnd ? 12 : null,
          yearEnd ? 31 : null,
          yearEnd,
          figure.start(),
          yearEnd ? end + 2 : end + 1);
    }
    return separated(scan, figure, year);
  }

  /// 2024-01-01 and 2024/1/1.
  private static @Nullable Day separated(Scan scan, Scan.Figure figure, int year) {
    char separator = scan.at(figure.end());
    if ((separator != '-' && separator != '/') || !scan.isDigit(figure.end() + 1)) {
      return null;
    }
    int monthStart = figure.end() + 1;
    int monthEnd = scan.skip(monthStart, "0123456789");
    int dayEnd = scan.at(monthEnd) == separator ? scan.skip(monthEnd + 1, "0123456789") : monthEnd;
    if (monthEnd - monthStart > 2 || dayEnd - monthEnd < 2 || dayEnd - monthEnd > 3) {
      return null;
    }
    return valid(
        year,
        Integer.parseInt(scan.text(monthStart, monthEnd)),
        Integer.parseInt(scan.text(monthEnd + 1, dayEnd)),
        figure.start(),
        dayEnd);
  }

  /// 2022.5.30: read as the figure 2022.5 followed by a second point.
  private static @Nullable Day dotted(Scan scan, Scan.Figure figure) {
    String written = scan.text(figure.start(), figure.end());
    int point = written.indexOf('.');
    if (point != 4
        || written.indexOf(',') >= 0
        || written.length() > 7
        || scan.at(figure.end()) != '.') {
      return null;
    }
    int dayStart = figure.end() + 1;
    int dayEnd = scan.skip(dayStart, "0123456789");
    if (dayEnd - dayStart < 1 || dayEnd - dayStart > 2) {
      return null;
    }
    return valid(
        Integer.parseInt(written.substring(0, point)),
        Integer.parseInt(written.substring(point + 1)),
        Integer.parseInt(scan.text(dayStart, dayEnd)),
        figure.start(),
        dayEnd);
  }

  private static @Nullable Day valid(int year, int month, int day, int start, int end) {
    Day read = new Day(year, month, day, false, start, end);
    return year >= 1900 && year <= 2200 && read.isExact() ? read : null;
  }

  private static Day fromMonth(Scan scan, @Nullable Integer year, int month, int start, int end) {
    if (scan.at(end) == '底' || scan.at(end) == '末') {
      return new Day(year, month, null, true, start, end + 1);
    }
    Scan.Figure next = scan.figure(scan.skip(end, " _"));
    Integer day = next == null ? null : whole(next.value());
    int close = next == null ? 0 : scan.skip(next.end(), " _");
    if (day != null
        && day >= 1
        && day <= 31
        && "日号".indexOf(scan.at(close)) >= 0
        && close < scan.length()) {
      return new Day(year, month, day, false, start, close + 1);
    }
    return new Day(year, month, null, false, start, end);
  }

  private static boolean isSpanOfMonths(Scan scan, int month) {
    String after = scan.first(month + 1, "内", "以内", "之内", "后", "以上");
    return after != null;
  }

  /// 每月25日, 次月5日, 25号: a day of the month, not a number of days.
  private static boolean isDayOfMonth(Scan scan, Scan.Figure figure, int end) {
    char unit = scan.at(end);
    if (unit == '号') {
      return scan.at(figure.start() - 1) == '月' || scan.first(end + 1, "前", "之前", "以前") != null;
    }
    return unit == '日'
        && scan.at(figure.start() - 1) == '月'
        && scan.first(end + 1, "内", "以内") == null;
  }

  private static @Nullable Integer whole(BigDecimal value) {
    return value.scale() <= 0 && value.precision() <= 6 ? value.intValue() : null;
  }
}
