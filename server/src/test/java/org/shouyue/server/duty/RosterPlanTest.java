package org.shouyue.server.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterPlanTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID BO = new UUID(0, 2);
  private static final UUID CHEN = new UUID(0, 3);
  private static final List<UUID> PEOPLE = List.of(ANNA, BO, CHEN);
  private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00Z");
  private static final DutyHours OFFICE =
      new DutyHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(18, 0));

  @Test
  void peopleFollowOneAnotherAtTheHandover() {
    RosterPlan plan = plan(weekly(ANNA, BO));

    assertThat(plan.onCall(at("2026-01-05T08:59:59"))).isEmpty();
    assertThat(plan.onCall(at("2026-01-05T09:00:00"))).containsExactly(ANNA);
    assertThat(plan.onCall(at("2026-01-12T08:59:59"))).containsExactly(ANNA);
    assertThat(plan.onCall(at("2026-01-12T09:00:00"))).containsExactly(BO);
    assertThat(plan.onCall(at("2026-01-19T09:00:00"))).containsExactly(ANNA);
  }

  @Test
  void lowerLayersAreTheSecondLineAndFillWhatUpperOnesLeave() {
    Layer office = new Layer("上班", List.of(CHEN), weekly(CHEN).turn(), OFFICE, null);
    RosterPlan plan = plan(office, weekly(ANNA));

    assertThat(plan.onCall(at("2026-01-12T10:00:00"))).containsExactly(CHEN, ANNA);
    assertThat(plan.onCall(at("2026-01-12T18:00:00"))).containsExactly(ANNA);
  }

  @Test
  void hoursThatPassMidnightBelongToTheDayTheyBeginOn() {
    DutyHours night =
        new DutyHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(18, 0), LocalTime.of(9, 0));

    assertThat(night.hold(at("2026-01-10T08:59:59"), SHANGHAI)).isTrue();
    assertThat(night.hold(at("2026-01-10T09:00:00"), SHANGHAI)).isFalse();
    assertThat(night.hold(at("2026-01-09T08:00:00"), SHANGHAI)).isFalse();
    assertThat(night.hold(at("2026-01-10T18:00:00"), SHANGHAI)).isFalse();
  }

  @Test
  void aSwapOfASwapLeadsToTheLastTaker() {
    Instant from = at("2026-01-06T00:00:00");
    Instant to = at("2026-01-07T00:00:00");
    RosterPlan plan =
        new RosterPlan(
            SHANGHAI,
            List.of(new Rota(NEW_YEAR, List.of(weekly(ANNA)))),
            List.of(standIn(BO, ANNA, from, to), standIn(CHEN, BO, from, to)),
            List.of(),
            Map.of(),
            null);

    assertThat(plan.onCall(from)).containsExactly(CHEN);
    assertThat(plan.onCall(to)).containsExactly(ANNA);
  }

  @Test
  void whoIsAwayLeavesAGapThatTheFallbackFillsAndThatIsToldAllTheSame() {
    Absence leave =
        new Absence(
            UUID.randomUUID(), ANNA, at("2026-01-06T00:00:00"), at("2026-01-08T00:00:00"), "x");
    RosterPlan plan =
        new RosterPlan(
            SHANGHAI,
            List.of(new Rota(NEW_YEAR, List.of(weekly(ANNA)))),
            List.of(),
            List.of(leave),
            Map.of(),
            CHEN);

    List<Shift> gaps = plan.gaps(at("2026-01-05T09:00:00"), at("2026-01-12T09:00:00"));

    assertThat(gaps)
        .containsExactly(
            new Shift(leave.from(), leave.to(), List.of(CHEN), Hindrance.ABSENT, ANNA));
  }

  @Test
  void whoHasNoPhoneIsCalledAndWarnedOf() {
    RosterPlan plan =
        new RosterPlan(
            SHANGHAI,
            List.of(new Rota(NEW_YEAR, List.of(weekly(ANNA)))),
            List.of(),
            List.of(),
            Map.of(ANNA, Hindrance.NO_PHONE),
            null);

    Shift shift = plan.shifts(at("2026-01-06T00:00:00"), at("2026-01-07T00:00:00")).getFirst();

    assertThat(shift.people()).containsExactly(ANNA);
    assertThat(shift.gap()).isEqualTo(Hindrance.NO_PHONE);
  }

  @Test
  void aChangedRotaLeavesThePastAsItWas() {
    RosterPlan plan =
        new RosterPlan(
            SHANGHAI,
            List.of(
                new Rota(NEW_YEAR, List.of(weekly(ANNA))),
                new Rota(at("2026-01-07T12:00:00"), List.of(weekly(BO)))),
            List.of(),
            List.of(),
            Map.of(),
            null);

    assertThat(plan.onCall(at("2026-01-07T11:59:59"))).containsExactly(ANNA);
    assertThat(plan.onCall(at("2026-01-07T12:00:00"))).containsExactly(BO);
  }

  /// Turns of days keep the time of day through a change of the clocks, and no instant belongs to
  /// two turns or to none.
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void turnsStandStillWhenTheClocksMove(String zone) {
    ZoneId place = ZoneId.of(zone);
    Turn daily = new Turn(Turn.Unit.DAYS, 1, LocalDate.of(2026, 1, 1), LocalTime.of(2, 15));
    long last = daily.at(NEW_YEAR, place);
    for (Instant at = NEW_YEAR;
        at.isBefore(NEW_YEAR.plus(Duration.ofDays(366)));
        at = at.plus(Duration.ofMinutes(15))) {
      long number = daily.at(at, place);
      assertThat(number).isBetween(last, last + 1);
      assertThat(daily.begin(number, place)).isBeforeOrEqualTo(at);
      assertThat(daily.begin(number + 1, place)).isAfter(at);
      last = number;
    }
  }

  /// Whatever the roster: shifts lie end to end over the whole stretch, neighbours differ, and each
  /// says for every instant in it what the plan says when asked for that instant alone.
  @Test
  void shiftsAgreeWithEveryInstantOfAnyRoster() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      RosterPlan plan = anyPlan(random);
      Instant from = NEW_YEAR.plus(Duration.ofHours(random.nextInt(500)));
      Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(40_000)));

      List<Shift> shifts = plan.shifts(from, to);

      assertThat(shifts.getFirst().from()).isEqualTo(from);
      assertThat(shifts.getLast().to()).isEqualTo(to);
      for (int n = 1; n < shifts.size(); n++) {
        assertThat(shifts.get(n).from()).isEqualTo(shifts.get(n - 1).to());
        assertThat(shifts.get(n).continues(shifts.get(n - 1))).isFalse();
      }
      for (Shift shift : shifts) {
        long seconds = Duration.between(shift.from(), shift.to()).toSeconds();
        Instant within = shift.from().plusSeconds(random.nextLong(Math.max(1, seconds)));
        assertThat(plan.onCall(within))
            .as("seed " + seed + " at " + within)
            .isEqualTo(shift.people());
        assertThat(plan.onCall(shift.to().minusNanos(1))).isEqualTo(shift.people());
        assertThat(shift.people().isEmpty() && shift.gap() == null).isFalse();
      }
    }
  }

  private static RosterPlan anyPlan(Random random) {
    List<Layer> layers = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      layers.add(anyLayer(random));
    }
    List<StandIn> standIns = new ArrayList<>();
    List<Absence> absences = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      Instant from = NEW_YEAR.plus(Duration.ofMinutes(random.nextInt(50_000)));
      Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(9_000)));
      UUID instead = random.nextBoolean() ? any(random) : null;
      standIns.add(standIn(any(random), instead, from, to));
      absences.add(new Absence(UUID.randomUUID(), any(random), from, to, "x"));
    }
    Map<UUID, Hindrance> hindrances = new HashMap<>();
    if (random.nextInt(3) == 0) {
      hindrances.put(any(random), Hindrance.values()[2 + random.nextInt(3)]);
    }
    return new RosterPlan(
        SHANGHAI,
        List.of(new Rota(NEW_YEAR, layers)),
        standIns,
        absences,
        hindrances,
        random.nextBoolean() ? any(random) : null);
  }

  private static Layer anyLayer(Random random) {
    Turn.Unit unit = Turn.Unit.values()[random.nextInt(3)];
    Turn turn =
        new Turn(
            unit,
            1 + random.nextInt(unit == Turn.Unit.HOURS ? 30 : 3),
            LocalDate.of(2026, 1, 1 + random.nextInt(20)),
            LocalTime.of(random.nextInt(24), 30));
    DutyHours hours =
        random.nextBoolean()
            ? new DutyHours(
                EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.of(2 + random.nextInt(6))),
                LocalTime.of(random.nextInt(24), 0),
                LocalTime.of(random.nextInt(24), 0))
            : null;
    return new Layer(
        "x",
        PEOPLE.subList(0, 1 + random.nextInt(3)),
        turn,
        hours,
        random.nextBoolean() ? LocalDate.of(2026, 2, 1 + random.nextInt(28)) : null);
  }

  private static UUID any(Random random) {
    return PEOPLE.get(random.nextInt(3));
  }

  private static StandIn standIn(UUID person, UUID instead, Instant from, Instant to) {
    return new StandIn(UUID.randomUUID(), person, instead, from, to, "x", "x", null);
  }

  private static RosterPlan plan(Layer... layers) {
    return new RosterPlan(
        SHANGHAI,
        List.of(new Rota(NEW_YEAR, List.of(layers))),
        List.of(),
        List.of(),
        Map.of(),
        null);
  }

  private static Layer weekly(UUID... people) {
    Turn turn = new Turn(Turn.Unit.WEEKS, 1, LocalDate.of(2026, 1, 5), LocalTime.of(9, 0));
    return new Layer("主班", List.of(people), turn, null, null);
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
