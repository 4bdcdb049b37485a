package org.shouyue.contract.calendar;

import com.tyme.holiday.LegalHoliday;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// Writes the holiday table of the contract room from tyme4j's data: run `main` with the path of
/// `cn.csv` when a tyme4j with another year is out, and review the difference.
final class HolidayTable {

  static final int FROM_YEAR = 2019;
  static final int TO_YEAR = 2026;

  private static final String HEADER =
      """
      # 中国法定节假日与调休上班日（国务院办公厅各年放假通知）
      # Seeded from tyme4j 1.4.9 (MIT); from then on this table is the source. Format: docs/adr.
      id,cn
      zone,Asia/Shanghai
      hours,09:00-18:00
      week,MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY
      years,%d..%d
      """;

  private HolidayTable() {}

  static String text() {
    StringBuilder table = new StringBuilder(HEADER.formatted(FROM_YEAR, TO_YEAR));
    LocalDate end = LocalDate.of(TO_YEAR + 1, 1, 1);
    for (LocalDate day = LocalDate.of(FROM_YEAR, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      LegalHoliday holiday =
          LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      if (holiday != null) {
        DayKind kind = holiday.isWork() ? DayKind.MAKE_UP : DayKind.HOLIDAY;
        table.append(SpecialDay.of(day, kind, holiday.getName()).line()).append('\n');
      }
    }
    return table.toString();
  }

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), text());
  }
}
