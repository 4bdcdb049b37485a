package org.shouyue.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HolidayTableTest {

  @Test
  void agreesWithTymeOnEveryDayOfItsYears() {
    WorkCalendar china = WorkCalendar.china();

    for (LocalDate day = LocalDate.of(HolidayTable.FROM_YEAR, 1, 1);
        day.getYear() <= HolidayTable.TO_YEAR;
        day = day.plusDays(1)) {
      LegalHoliday tyme =
          LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      boolean worked = tyme == null ? day.getDayOfWeek().getValue() <= 5 : tyme.isWork();

      assertThat(china.isWorkingDay(day)).as("%s", day).isEqualTo(worked);
      assertThat(china.nameOf(day)).isEqualTo(tyme == null ? null : tyme.getName());
    }
  }

  @Test
  void countsTheKnownDaysOfEachYear() {
    assertThat(counts(2023)).isEqualTo("28/7");
    assertThat(counts(2024)).isEqualTo("30/8");
    assertThat(counts(2025)).isEqualTo("28/5");
    assertThat(counts(2026)).isEqualTo("33/6");
  }

  @Test
  void isExactlyWhatTheGeneratorWrites() {
    assertThat(WorkCalendar.china()).isEqualTo(WorkCalendar.parse(HolidayTable.text()));
  }

  private static String counts(int year) {
    int off = 0;
    int made = 0;
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      DayKind kind = WorkCalendar.china().kindOf(day);
      off += kind == DayKind.HOLIDAY ? 1 : 0;
      made += kind == DayKind.MAKE_UP ? 1 : 0;
    }
    return off + "/" + made;
  }
}
