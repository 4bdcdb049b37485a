package org.shouyue.contract.calendar;

import java.time.LocalDate;

/// The warning that a range of dates reaches past the years whose holidays are known. Within it
/// every Monday to Friday is taken as worked and every other day as off.
///
/// @param from first date without data, included
/// @param to last date without data, included
/// @param lastYear the last year with data
public record BeyondData(CalendarVersion calendar, LocalDate from, LocalDate to, int lastYear) {

  /// The warning in Chinese.
  public String chinese() {
    return "日历 %s 的放假数据到 %d 年为止：%s 至 %s 暂按周一至周五上班推算，请在国务院办公厅公布放假通知后导入。"
        .formatted(calendar, lastYear, from, to);
  }

  /// The warning in English.
  public String english() {
    return ("calendar %s knows holidays up to %d: %s to %s counts plain weekends;"
            + " import the holiday notice when it is published")
        .formatted(calendar, lastYear, from, to);
  }
}
