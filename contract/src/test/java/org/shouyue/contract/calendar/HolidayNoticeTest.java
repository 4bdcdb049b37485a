package org.shouyue.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HolidayNoticeTest {

  @Test
  void readsRangesCommentsAndHalfDays() {
    HolidayNotice notice =
        (HolidayNotice)
            HolidayNotice.read(
                "\uFEFF# 通知\n\nyear, 2027\n2026-12-31..2027-01-02, holiday, 元旦\n"
                    + "2027-09-30,half-day,国庆前,09:00-12:00,13:30-15:00\n");

    assertThat(notice.days()).hasSize(4);
    assertThat(notice.days().getLast().hours())
        .isEqualTo(OfficeHours.parse("09:00-12:00,13:30-15:00"));
  }

  @Test
  void locatesEveryFault() {
    List<NoticeReading.Fault> faults =
        faults(
            """
            years,2027
            2027-02-30,holiday,春节
            2027-02-05,feiertag,春节
            2027-02-10,make-up,春节
            2027-05-01,holiday,
            2027-05-02
            2025-05-03,holiday,劳动节
            2027-06-01,half-day,儿童节,9-12
            2027-06-02,holiday,端午节
            2027-06-02,holiday,端午节
            """);

    assertThat(faults)
        .extracting(fault -> fault.line() + ":" + fault.column())
        .containsExactly("2:1", "3:12", "4:1", "5:20", "6:1", "7:1", "8:25", "10:1");
    assertThat(faults).allSatisfy(fault -> assertThat(fault.remedy()).isNotBlank());
    assertThat(faults.get(2).message()).contains("WEDNESDAY");
  }

  @Test
  void asksForTheYearWhenThereIsNone() {
    assertThat(faults("")).singleElement().asString().contains("years,2027");
    assertThat(faults("2027-01-01,holiday,元旦\n")).singleElement().asString().contains("years");
  }

  @Test
  void answersAnyTextWithoutFailing() {
    Random random = new Random(3);
    String alphabet = "2027-01.,:holidaymkeup春节\n #years\t";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "years,2027\n" : "");
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(HolidayNotice.read(text.toString())).isNotNull();
    }
  }

  private static List<NoticeReading.Fault> faults(String text) {
    return ((NoticeReading.Refused) HolidayNotice.read(text)).faults();
  }
}
