package org.shouyue.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.CountedTime;

class WorkCalendarTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();
  private static final WorkCalendar WITH_LUNCH =
      CHINA.withOfficeHours(OfficeHours.parse("09:00-12:00,13:30-18:00"));

  @Test
  void countsTheMakeUpSaturdayThatOtherDesksMiss() {
    Instant friday = shanghai("2026-02-13T17:30");

    assertThat(CHINA.plusWorking(friday, Duration.ofHours(2)))
        .isEqualTo(shanghai("2026-02-14T10:30"));
    assertThat(CHINA.plusWorking(shanghai("2026-02-14T10:30"), Duration.ofHours(-2)))
        .isEqualTo(friday);
  }

  @Test
  void skipsLunchNightsAndTheSpringFestival() {
    assertThat(WITH_LUNCH.plusWorking(shanghai("2026-02-14T11:30"), Duration.ofHours(7)))
        .isEqualTo(shanghai("2026-02-24T11:00"));
    assertThat(
            WITH_LUNCH.workingTimeBetween(
                shanghai("2026-02-14T11:30"), shanghai("2026-02-24T11:00")))
        .isEqualTo(Duration.ofHours(7));
  }

  @Test
  void endsAtClosingTimeRatherThanAtTheNextOpening() {
    assertThat(CHINA.plusWorking(shanghai("2026-03-06T16:00"), Duration.ofHours(2)))
        .isEqualTo(shanghai("2026-03-06T18:00"));
  }

  @Test
  void countsWorkingDaysBothWays() {
    LocalDate beforeFestival = LocalDate.of(2026, 2, 14);

    assertThat(CHINA.plusWorkingDays(beforeFestival, 1)).isEqualTo("2026-02-24");
    assertThat(CHINA.minusWorkingDays(LocalDate.of(2026, 2, 24), 1)).isEqualTo(beforeFestival);
    assertThat(CHINA.plusWorkingDays(beforeFestival, 0)).isEqualTo(beforeFestival);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      LocalDate day = CHINA.workingDayFrom(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2500)));
      int count = random.nextInt(60);
      assertThat(CHINA.minusWorkingDays(CHINA.plusWorkingDays(day, count), count)).isEqualTo(day);
    }
  }

  @Test
  void agreesWithCountingMinuteByMinute() {
    WorkCalendar calendar =
        WITH_LUNCH.with(
            new SpecialDay(
                LocalDate.of(2026, 2, 12),
                DayKind.HALF_DAY,
                "提前放假",
                OfficeHours.parse("09:00-11:00")));
    Instant from = shanghai("2026-02-09T00:00");
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      Instant start = from.plus(Duration.ofMinutes(random.nextInt(20 * 1440)));
      Instant end = start.plus(Duration.ofMinutes(random.nextInt(10 * 1440)));

      Duration between = calendar.workingTimeBetween(start, end);

      assertThat(between).isEqualTo(minutesWorked(calendar, start, end));
      assertThat(calendar.workingTimeBetween(end, start)).isEqualTo(between.negated());
      Instant reached = calendar.plusWorking(start, between);
      assertThat(reached).isBeforeOrEqualTo(end);
      assertThat(calendar.workingTimeBetween(start, reached)).isEqualTo(between);
    }
  }

  private static Duration minutesWorked(WorkCalendar calendar, Instant from, Instant to) {
    int minutes = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      LocalDateTime local = LocalDateTime.ofInstant(at, WorkCalendar.SHANGHAI);
      int minute = local.getHour() * 60 + local.getMinute();
      boolean morning = minute >= 540 && minute < 720;
      boolean afternoon = minute >= 810 && minute < 1080;
      boolean open =
          local.toLocalDate().equals(LocalDate.of(2026, 2, 12))
              ? minute >= 540 && minute < 660
              : calendar.isWorkingDay(local.toLocalDate()) && (morning || afternoon);
      minutes += open ? 1 : 0;
    }
    return Duration.ofMinutes(minutes);
  }

  @Test
  void countsEveryMinuteWhereTheLimitIsRoundTheClock() {
    Instant from = shanghai("2026-02-13T17:30");

    assertThat(CHINA.plus(CountedTime.ALWAYS, from, Duration.ofHours(2)))
        .isEqualTo(shanghai("2026-02-13T19:30"));
    assertThat(CHINA.elapsed(CountedTime.ALWAYS, from, from.plusSeconds(90))).hasSeconds(90);
    assertThat(CHINA.elapsed(CountedTime.WORKING, from, shanghai("2026-02-14T10:00")))
        .hasMinutes(90);
  }

  @Test
  void takesHalfADayUntilNoonUnlessItsHoursAreGiven() {
    LocalDate eve = LocalDate.of(2026, 3, 4);
    WorkCalendar calendar = CHINA.with(SpecialDay.of(eve, DayKind.HALF_DAY, "培训"));

    assertThat(calendar.isWorkingDay(eve)).isTrue();
    assertThat(
            calendar.workingTimeBetween(shanghai("2026-03-04T00:00"), shanghai("2026-03-05T00:00")))
        .hasHours(3);
  }

  @Test
  void countsTheHoursThatReallyPassWhenClocksChange() {
    WorkCalendar berlin =
        CHINA
            .withZone(ZoneId.of("Europe/Berlin"))
            .withOfficeHours(OfficeHours.parse("01:00-04:00"))
            .with(SpecialDay.of(LocalDate.of(2026, 3, 29), DayKind.MAKE_UP, "duty"))
            .with(SpecialDay.of(LocalDate.of(2026, 10, 25), DayKind.MAKE_UP, "duty"));

    assertThat(day(berlin, LocalDate.of(2026, 3, 29))).hasHours(2);
    assertThat(day(berlin, LocalDate.of(2026, 10, 25))).hasHours(4);
    assertThat(berlin.plusWorking(Instant.parse("2026-03-29T00:30:00Z"), Duration.ofHours(1)))
        .isEqualTo("2026-03-29T01:30:00Z");
  }

  private static Duration day(WorkCalendar calendar, LocalDate day) {
    return calendar.workingTimeBetween(calendar.startOf(day), calendar.startOf(day.plusDays(1)));
  }

  @Test
  void warnsBeyondTheYearsItKnowsAndFallsBackToWeekends() {
    LocalDate newYear = LocalDate.of(2027, 1, 1);

    BeyondData warning = CHINA.beyondData(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 9, 30));

    assertThat(warning).isNotNull();
    assertThat(warning.from()).isEqualTo(newYear);
    assertThat(warning.to()).isEqualTo("2027-09-30");
    assertThat(warning.chinese()).contains("2026 年");
    assertThat(CHINA.isWorkingDay(newYear)).isTrue();
    assertThat(CHINA.beyondData(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 12, 31))).isNull();
  }

  @Test
  void growsByANoticeIntoANewVersion() {
    HolidayNotice notice =
        (HolidayNotice)
            HolidayNotice.read(
                """
                # 2027 年通知（样例）
                years,2027
                2027-01-01..2027-01-03,holiday,元旦
                2027-02-20,make-up,春节
                2027-02-05,half-day,除夕前,09:00-12:00
                """);

    WorkCalendar next = CHINA.with(notice);

    assertThat(next.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(next.isWorkingDay(LocalDate.of(2027, 2, 20))).isTrue();
    assertThat(next.beyondData(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))).isNull();
    assertThat(next.version()).isNotEqualTo(CHINA.version());
    assertThat(next.version().toString()).startsWith("cn@2027-");
    assertThat(CHINA.isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
  }

  @Test
  void comesBackFromItsDefinitionWithTheSameVersion() {
    WorkCalendar own =
        WITH_LUNCH
            .withZone(ZoneId.of("Asia/Urumqi"))
            .with(SpecialDay.of(LocalDate.of(2031, 5, 6), DayKind.HOLIDAY, "局庆"));

    WorkCalendar back = WorkCalendar.parse(own.definition());

    assertThat(back.version()).isEqualTo(own.version());
    assertThat(back.zone()).isEqualTo(own.zone());
    assertThat(back.officeHours()).isEqualTo(own.officeHours());
    assertThat(back.isWorkingDay(LocalDate.of(2031, 5, 6))).isFalse();
    assertThat(CalendarVersion.parse(own.version().toString())).isEqualTo(own.version());
  }

  @Test
  void refusesToLeaveAYearOut() {
    HolidayNotice tooFar = new HolidayNotice(2029, 2029, java.util.List.of());

    assertThatThrownBy(() -> CHINA.with(tooFar)).hasMessageContaining("2029");
  }

  private static Instant shanghai(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.SHANGHAI).toInstant();
  }
}
