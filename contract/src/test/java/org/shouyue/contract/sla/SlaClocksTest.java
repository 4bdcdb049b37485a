package org.shouyue.contract.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.shouyue.contract.sla.SlaEvent.Type.ARRIVED;
import static org.shouyue.contract.sla.SlaEvent.Type.CLOSED;
import static org.shouyue.contract.sla.SlaEvent.Type.OPENED;
import static org.shouyue.contract.sla.SlaEvent.Type.REOPENED;
import static org.shouyue.contract.sla.SlaEvent.Type.RESOLVED;
import static org.shouyue.contract.sla.SlaEvent.Type.RESPONDED;
import static org.shouyue.contract.sla.SlaEvent.Type.RESUMED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.DayKind;
import org.shouyue.contract.calendar.OfficeHours;
import org.shouyue.contract.calendar.SpecialDay;
import org.shouyue.contract.calendar.WorkCalendar;

class SlaClocksTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();
  private static final PausePolicy WAITING = PausePolicy.allowing("waiting-for-client");

  @Test
  void keepsTheFaultLevelOfThePortalContract() {
    PinnedLevel level = level(2, null, 8, CountedTime.ALWAYS, PausePolicy.NONE);
    List<SlaEvent> events =
        List.of(
            SlaEvent.of(at("2023-07-08T22:00"), OPENED),
            SlaEvent.of(at("2023-07-08T23:59"), RESPONDED),
            SlaEvent.of(at("2023-07-09T06:01"), RESOLVED));

    List<ClockReading> readings = SlaClocks.read(level, events, CHINA, at("2023-07-10T00:00"));

    assertThat(readings)
        .extracting(ClockReading::kind, ClockReading::state, ClockReading::due)
        .containsExactly(
            tuple(ClockKind.RESPOND, ClockReading.State.MET, at("2023-07-09T00:00")),
            tuple(ClockKind.RESOLVE, ClockReading.State.BREACHED, at("2023-07-09T06:00")));
    assertThat(readings.getLast().remaining()).isEqualTo(Duration.ofMinutes(-1));
    assertThat(readings.getLast().stopped()).isEqualTo(at("2023-07-09T06:01"));
  }

  @Test
  void countsWorkingTimeOverTheMakeUpSaturday() {
    PinnedLevel level = level(2, null, null, CountedTime.WORKING, PausePolicy.NONE);
    List<SlaEvent> opened = List.of(SlaEvent.of(at("2026-02-13T17:30"), OPENED));

    ClockReading friday = only(level, opened, "2026-02-13T23:00");
    ClockReading saturday = only(level, opened, "2026-02-14T10:30");
    ClockReading late = only(level, opened, "2026-02-14T10:31");

    assertThat(friday.due()).isEqualTo(at("2026-02-14T10:30"));
    assertThat(friday.remaining()).isEqualTo(Duration.ofMinutes(90));
    assertThat(saturday.state()).isEqualTo(ClockReading.State.RUNNING);
    assertThat(late.state()).isEqualTo(ClockReading.State.BREACHED);
  }

  @Test
  void warnsBeforeTheBreach() {
    PinnedLevel level = level(null, 1, null, CountedTime.ALWAYS, PausePolicy.NONE);
    List<SlaEvent> opened = List.of(SlaEvent.of(at("2026-03-02T10:00"), OPENED));

    ClockReading reading = only(level, opened, "2026-03-02T10:50");

    assertThat(reading.kind()).isEqualTo(ClockKind.ON_SITE);
    assertThat(reading.warnings())
        .containsExactly(
            new ClockReading.Warning(50, at("2026-03-02T10:30"), true),
            new ClockReading.Warning(80, at("2026-03-02T10:48"), true),
            new ClockReading.Warning(100, at("2026-03-02T11:00"), false));
    assertThat(reading.warned()).isEqualTo(80);
    assertThat(only(level, opened, "2026-03-02T10:00").warned()).isZero();
  }

  @Test
  void pausesOnlyForReasonsThatTheContractAllows() {
    PinnedLevel level = level(null, null, 8, CountedTime.ALWAYS, WAITING);
    List<SlaEvent> events =
        List.of(
            SlaEvent.of(at("2026-03-02T10:00"), OPENED),
            SlaEvent.paused(at("2026-03-02T11:00"), "lunch"),
            SlaEvent.paused(at("2026-03-02T12:00"), "waiting-for-client"),
            SlaEvent.of(at("2026-03-03T12:00"), RESUMED));

    ClockReading waiting = only(level, events, "2026-03-02T20:00");
    ClockReading resumed = only(level, events, "2026-03-03T13:00");

    assertThat(waiting.state()).isEqualTo(ClockReading.State.PAUSED);
    assertThat(waiting.due()).isEqualTo(at("2026-03-03T02:00"));
    assertThat(waiting.elapsed()).hasHours(2);
    assertThat(waiting.refusedPauses()).extracting(SlaEvent::reason).containsExactly("lunch");
    assertThat(resumed.due()).isEqualTo(at("2026-03-03T18:00"));
    assertThat(resumed.state()).isEqualTo(ClockReading.State.RUNNING);
  }

  @Test
  void neverPausesTheFirstAnswer() {
    PinnedLevel level = level(1, null, null, CountedTime.ALWAYS, WAITING);
    List<SlaEvent> events =
        List.of(
            SlaEvent.of(at("2026-03-02T10:00"), OPENED),
            SlaEvent.paused(at("2026-03-02T10:10"), "waiting-for-client"));

    assertThat(only(level, events, "2026-03-02T12:00").state())
        .isEqualTo(ClockReading.State.BREACHED);
  }

  @Test
  void goesOnWhereItStoppedWhenTheSolutionDidNotHold() {
    PinnedLevel level = level(null, null, 8, CountedTime.ALWAYS, PausePolicy.NONE);
    List<SlaEvent> events =
        List.of(
            SlaEvent.of(at("2026-03-02T10:00"), OPENED),
            SlaEvent.of(at("2026-03-02T13:00"), RESOLVED),
            SlaEvent.of(at("2026-03-04T13:00"), REOPENED));

    assertThat(only(level, events, "2026-03-03T00:00").state()).isEqualTo(ClockReading.State.MET);
    ClockReading reopened = only(level, events, "2026-03-04T14:00");
    assertThat(reopened.state()).isEqualTo(ClockReading.State.RUNNING);
    assertThat(reopened.due()).isEqualTo(at("2026-03-04T18:00"));
    assertThat(reopened.elapsed()).hasHours(4);
  }

  @Test
  void forgetsWhatHasNotHappenedYetAndSaysNothingBeforeTheOpening() {
    PinnedLevel level = level(null, null, 8, CountedTime.ALWAYS, PausePolicy.NONE);
    List<SlaEvent> shuffled =
        List.of(
            SlaEvent.of(at("2026-03-02T13:00"), RESOLVED),
            SlaEvent.of(at("2026-03-02T10:00"), OPENED));

    assertThat(SlaClocks.read(level, shuffled, CHINA, at("2026-03-02T09:00"))).isEmpty();
    assertThat(only(level, shuffled, "2026-03-02T12:00").stopped()).isNull();
    assertThat(only(level, shuffled, "2026-03-02T14:00").state()).isEqualTo(ClockReading.State.MET);
  }

  @Test
  void refusesAnotherCalendarThanThePinnedOne() {
    PinnedLevel level = level(1, null, null, CountedTime.WORKING, PausePolicy.NONE);
    WorkCalendar other = CHINA.withOfficeHours(OfficeHours.WHOLE_DAY);

    assertThatThrownBy(() -> SlaClocks.read(level, List.of(), other, at("2026-03-02T10:00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pinned");
  }

  @Test
  void agreesWithCountingEveryMinuteOfTenThousandRandomTickets() {
    LocalDate eve = LocalDate.of(2026, 2, 13);
    LocalDate training = LocalDate.of(2026, 5, 12);
    WorkCalendar calendar =
        CHINA
            .withOfficeHours(OfficeHours.parse("09:00-12:00,13:30-18:00"))
            .with(SpecialDay.of(eve, DayKind.HALF_DAY, "除夕前"))
            .with(
                new SpecialDay(training, DayKind.HALF_DAY, "培训", OfficeHours.parse("10:00-11:30")));
    MinuteOracle oracle =
        new MinuteOracle(
            new int[] {540, 720, 810, 1080},
            Map.of(eve, new int[] {540, 720}, training, new int[] {600, 690}));
    Random random = new Random(20260213);
    Map<ClockReading.State, Integer> seen = new EnumMap<>(ClockReading.State.class);
    for (int i = 0; i < 10_000; i++) {
      CountedTime time = random.nextBoolean() ? CountedTime.ALWAYS : CountedTime.WORKING;
      Duration limit = Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 240 : 2400));
      ClockKind kind = ClockKind.values()[random.nextInt(ClockKind.values().length)];
      PinnedLevel level = level(kind, limit, time, calendar);
      List<SlaEvent> events = randomTicket(random);
      Instant now = events.getFirst().at().plusSeconds(60L * random.nextInt(12 * 1440));

      ClockReading reading = SlaClocks.read(level, events, calendar, now).getFirst();
      MinuteOracle.Verdict verdict =
          oracle.judge(
              events,
              stops(kind),
              kind == ClockKind.RESOLVE,
              kind == ClockKind.RESPOND || kind == ClockKind.FEEDBACK
                  ? Set.of()
                  : Set.of("waiting-for-client"),
              time == CountedTime.WORKING,
              limit,
              now);

      assertThat(reading.due())
          .as("%s %s %s %s", time, limit, events, now)
          .isEqualTo(verdict.due());
      assertThat(reading.state().name()).as("%s %s", reading, events).isEqualTo(verdict.state());
      assertThat(reading.elapsed()).isEqualTo(verdict.elapsed());
      seen.merge(reading.state(), 1, Integer::sum);
    }
    assertThat(seen)
        .as("every state is tried often")
        .allSatisfy((_, n) -> assertThat(n).isGreaterThan(300))
        .hasSize(4);
  }

  private static Set<SlaEvent.Type> stops(ClockKind kind) {
    return switch (kind) {
      case RESPOND -> EnumSet.of(RESPONDED, ARRIVED, RESOLVED, CLOSED);
      case ON_SITE -> EnumSet.of(ARRIVED, RESOLVED, CLOSED);
      case RESOLVE -> EnumSet.of(RESOLVED, CLOSED);
      case FEEDBACK -> EnumSet.of(SlaEvent.Type.TOLD, CLOSED);
    };
  }

  private static List<SlaEvent> randomTicket(Random random) {
    Instant opened = at("2026-01-01T00:00").plusSeconds(60L * random.nextInt(330 * 1440));
    List<SlaEvent> events = new ArrayList<>();
    SlaEvent.Type[] types = SlaEvent.Type.values();
    for (int n = random.nextInt(7); n > 0; n--) {
      Instant when = opened.plusSeconds(60L * random.nextInt(random.nextBoolean() ? 600 : 10_000));
      SlaEvent.Type type = types[1 + random.nextInt(types.length - 1)];
      boolean rare = type == RESOLVED || type == CLOSED || type == ARRIVED;
      if (rare && random.nextBoolean()) {
        type = SlaEvent.Type.PAUSED;
      }
      events.add(
          type == SlaEvent.Type.PAUSED
              ? SlaEvent.paused(when, random.nextInt(4) == 0 ? "lunch" : "waiting-for-client")
              : SlaEvent.of(when, type));
    }
    events.sort(Comparator.comparing(SlaEvent::at));
    events.addFirst(SlaEvent.of(opened, OPENED));
    return events;
  }

  private static ClockReading only(PinnedLevel level, List<SlaEvent> events, String now) {
    List<ClockReading> readings = SlaClocks.read(level, events, CHINA, at(now));
    assertThat(readings).hasSize(1);
    return readings.getFirst();
  }

  private static PinnedLevel level(
      ClockKind kind, Duration limit, CountedTime time, WorkCalendar calendar) {
    ServiceLevel level =
        new ServiceLevel(
            "故障",
            null,
            kind == ClockKind.RESPOND ? limit : null,
            kind == ClockKind.ON_SITE ? limit : null,
            kind == ClockKind.RESOLVE ? limit : null,
            time,
            null,
            null,
            kind == ClockKind.FEEDBACK ? limit : null,
            false);
    return new PinnedLevel(level, "v1", calendar.version(), WAITING);
  }

  private static PinnedLevel level(
      Integer respond, Integer onSite, Integer resolve, CountedTime time, PausePolicy pauses) {
    ServiceLevel level =
        new ServiceLevel(
            "故障", null, hours(respond), hours(onSite), hours(resolve), time, null, null);
    return new PinnedLevel(level, "v1", CHINA.version(), pauses);
  }

  private static Duration hours(Integer hours) {
    return hours == null ? null : Duration.ofHours(hours);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.SHANGHAI).toInstant();
  }
}
