package org.shouyue.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.calendar.WorkCalendar;

/// What holds for every plan, tried on seeded random terms: leap days, the 29th to 31st as first
/// days, terms of days and of several years.
class PlanPropertiesTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();
  private static final int TRIES = 1_500;

  @Test
  void leavesNoDayOutAndPutsNoneInTwoWindows() {
    onRandomTerms(
        1,
        (term, random) -> {
          String frequency = anyCycle(random);
          List<PlannedObligation> all = plan(term, Contracts.service("s", frequency));
          assertTiled(term, all, frequency);
        });
  }

  @Test
  void keepsContinuousProofWindowsWithoutGap() {
    onRandomTerms(
        2,
        (term, _) -> {
          ContractPlan plan = planned(term, Contracts.service("s", "continuous"));
          assertTiled(term, plan.standing().getFirst().proofs(), "continuous");
          assertThat(plan.dated()).isEqualTo(plan.standing().getFirst().proofs());
        });
  }

  @Test
  void countsWhatTheClauseSaysForWholeYears() {
    Random random = new Random(3);
    for (int i = 0; i < TRIES; i++) {
      int years = 1 + random.nextInt(4);
      LocalDate from = anyFirstDay(random);
      ServiceTerm term = ServiceTerm.of(from, Period.ofYears(years));
      int[] monthsOf = {1, 2, 3, 4, 6, 12};
      int months = monthsOf[random.nextInt(monthsOf.length)];
      int times = 1 + random.nextInt(5);

      assertThat(plan(term, Contracts.service("s", "P" + months + "M")))
          .as("every %d months in %s", months, term)
          .hasSize(12 / months * years);
      assertThat(plan(term, Contracts.service("s", "R" + times + "/P1Y")))
          .as("%d a year in %s", times, term)
          .hasSize(times * years);
      assertThat(plan(term, Contracts.service("s", "P2D")))
          .hasSize(Math.toIntExact((term.days() + 1) / 2));
      Deadline deadline = anyDeadline(random, months);
      assertThat(plan(term, Contracts.service("s", "P" + months + "M", null, deadline)))
          .as("every %d months by %s in %s", months, deadline, term)
          .hasSize(12 / months * years);
    }
  }

  @Test
  void fillsEachPeriodOfAFloorWithEvenWindows() {
    onRandomTerms(
        4,
        (term, random) -> {
          int times = 1 + random.nextInt(6);
          String period = List.of("P1Y", "P6M", "P3M", "P1M", "P30D").get(random.nextInt(5));
          List<PlannedObligation> all =
              plan(term, Contracts.service("s", "R" + times + "/" + period));
          assertTiled(term, all, "R" + times + "/" + period);
          Map<LocalDate, Integer> perDueDate = new HashMap<>();
          all.forEach(one -> perDueDate.merge(one.dueDate(), 1, Integer::sum));
          perDueDate.remove(term.to());
          assertThat(perDueDate.values()).allMatch(count -> count == times);
        });
  }

  @Test
  void letsSeveralOfOneDayShareTheDay() {
    ServiceTerm term = new ServiceTerm(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1));

    assertThat(plan(term, Contracts.service("s", "R2/P1D")))
        .extracting(one -> one.ordinal() + " " + one.window().lastDay())
        .containsExactly(
            "1 2024-02-28",
            "2 2024-02-28",
            "3 2024-02-29",
            "4 2024-02-29",
            "5 2024-03-01",
            "6 2024-03-01");
  }

  @Test
  void keepsDeadlinesInTheirCalendarPeriodAndTheTerm() {
    onRandomTerms(
        5,
        (term, random) -> {
          int months = List.of(1, 3, 6, 12).get(random.nextInt(4));
          Deadline deadline = anyDeadline(random, months);
          List<PlannedObligation> all =
              plan(term, Contracts.service("s", "P" + months + "M", null, deadline));
          LocalDate before = null;
          for (PlannedObligation one : all) {
            Window window = one.window();
            assertThat(term.contains(window.firstDay())).isTrue();
            assertThat(term.contains(window.lastDay())).isTrue();
            assertThat(before == null || before.isBefore(window.firstDay())).isTrue();
            YearMonth month = YearMonth.from(one.dueDate());
            assertThat(one.dueDate().getDayOfMonth())
                .isEqualTo(Math.min(deadline.day(), month.lengthOfMonth()));
            int wanted = deadline.month() == null ? months : deadline.month();
            assertThat((month.getMonthValue() - 1) % months + 1).isEqualTo(wanted);
            before = window.lastDay();
          }
        });
  }

  @Test
  void repeatsFromTheAnchorLikeTheCalendarDoes() {
    Random random = new Random(6);
    for (int i = 0; i < TRIES; i++) {
      LocalDate anchor = anyFirstDay(random);
      Period period = Period.parse(anyCycle(random));
      List<LocalDate> expected = new ArrayList<>();
      LocalDate last = anchor.plusDays(random.nextInt(1200));
      for (int n = 0; !begin(anchor, period, n).isAfter(last); n++) {
        expected.add(begin(anchor, period, n));
      }
      assertThat(Recurrence.starts(anchor, period, last))
          .as("%s from %s", period, anchor)
          .isEqualTo(expected);
    }
  }

  private static LocalDate begin(LocalDate anchor, Period period, int n) {
    if (period.getDays() > 0) {
      return anchor.plus(period.multipliedBy(n));
    }
    YearMonth month = YearMonth.from(anchor).plusMonths(period.toTotalMonths() * n);
    return month.isValidDay(anchor.getDayOfMonth())
        ? month.atDay(anchor.getDayOfMonth())
        : month.plusMonths(1).atDay(1);
  }

  @Test
  void losesNoWindowWhateverHappensToDaysOff() {
    onRandomTerms(
        7,
        (term, random) -> {
          ServiceItem item = Contracts.service("s", anyCycle(random));
          int written = plan(term, item).size();
          RollPolicy.Roll[] rolls = RollPolicy.Roll.values();
          RollPolicy.Collision[] collisions = RollPolicy.Collision.values();
          RollPolicy policy =
              new RollPolicy(
                  rolls[random.nextInt(rolls.length)],
                  collisions[random.nextInt(collisions.length)]);
          ContractPlan plan =
              (ContractPlan)
                  ContractPlanner.plan(
                      Contracts.of(term.from(), term.to(), item),
                      PlanInputs.of(null, CHINA).rolled(policy));
          int covered = plan.obligations().stream().mapToInt(PlannedObligation::covers).sum();
          assertThat(covered + plan.unplanned().size()).as("%s", policy).isEqualTo(written);
          assertDueDates(term, plan.obligations(), policy);
        });
  }

  private static void assertDueDates(
      ServiceTerm term, List<PlannedObligation> all, RollPolicy policy) {
    LocalDate before = null;
    for (PlannedObligation one : all) {
      assertThat(term.contains(one.dueDate())).as("%s %s", policy, one).isTrue();
      boolean distinct =
          policy.roll() != RollPolicy.Roll.NONE && policy.collision() != RollPolicy.Collision.KEEP;
      assertThat(before == null || !distinct || before.isBefore(one.dueDate()))
          .as("%s %s", policy, one)
          .isTrue();
      before = one.dueDate();
    }
  }

  private static void assertTiled(ServiceTerm term, List<PlannedObligation> all, String clause) {
    assertThat(all.getFirst().window().firstDay()).as(clause).isEqualTo(term.from());
    assertThat(all.getLast().window().lastDay()).as(clause).isEqualTo(term.to());
    for (int i = 0; i < all.size(); i++) {
      Window window = all.get(i).window();
      assertThat(all.get(i).ordinal()).isEqualTo(i + 1);
      assertThat(window.from()).isEqualTo(CHINA.startOf(window.firstDay()));
      assertThat(window.to()).isEqualTo(CHINA.startOf(window.lastDay().plusDays(1)));
      if (i > 0) {
        assertThat(window.from())
            .as("%s in %s", clause, term)
            .isEqualTo(all.get(i - 1).window().to());
      }
    }
  }

  private static void onRandomTerms(int seed, BiConsumer<ServiceTerm, Random> check) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      LocalDate from = anyFirstDay(random);
      LocalDate to =
          random.nextInt(3) == 0
              ? from.plusDays(random.nextInt(1100))
              : from.plusMonths(1 + random.nextInt(40)).minusDays(1);
      check.accept(new ServiceTerm(from, to), random);
    }
  }

  private static LocalDate anyFirstDay(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> LocalDate.of(2024, 2, 29);
      case 1 -> {
        YearMonth month = YearMonth.of(2020 + random.nextInt(6), 1 + random.nextInt(12));
        yield month.atEndOfMonth();
      }
      default -> LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2200));
    };
  }

  private static String anyCycle(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "P" + (1 + random.nextInt(20)) + "D";
      case 1 -> "P" + (1 + random.nextInt(2)) + "Y";
      case 2 -> "P1M" + (1 + random.nextInt(20)) + "D";
      default -> "P" + (1 + random.nextInt(13)) + "M";
    };
  }

  private static Deadline anyDeadline(Random random, int months) {
    int day = 1 + random.nextInt(31);
    return new Deadline(
        random.nextBoolean() ? null : 1 + random.nextInt(months),
        random.nextBoolean() ? null : 1 + random.nextInt(day),
        day);
  }

  private static List<PlannedObligation> plan(ServiceTerm term, ServiceItem item) {
    return planned(term, item).obligations();
  }

  private static ContractPlan planned(ServiceTerm term, ServiceItem item) {
    return (ContractPlan)
        ContractPlanner.plan(
            Contracts.of(term.from(), term.to(), item), PlanInputs.of(null, CHINA));
  }
}
