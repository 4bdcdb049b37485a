package org.shouyue.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.shouyue.contract.Frequency;
import tools.jackson.databind.JsonNode;

/// The demo's year: the clock goes on week by week, things go wrong on fixed days, and people do
/// what they would do: answer tickets, mend, hand in documents, pay. Once they are late.
final class YearOfService {

  private static final int LONGEST_STEP_DAYS = 7;

  /// In it every payment period that an acceptance starts comes to its end.
  private static final Duration PAYMENT_TIME = Duration.ofDays(45);

  /// After half a year, with the month in which contracts let the acceptance take place.
  private static final double MID_TERM = 0.52;

  private static final LocalTime BEFORE_NOON = LocalTime.of(11, 50);

  private final Cast cast;
  private final Scenery scenery;
  private final Teller teller;
  private final TermOfDemo term;
  private final Engineer engineer;
  private final Deque<Event> events;
  private final Treasury treasury;
  private final Duration step;
  private final String contractId;
  private Instant now;
  private int runs;

  /// Something that happens to the scenery.
  private record Event(Instant at, Runnable happens) {}

  YearOfService(Cast cast, Scenery scenery, Teller teller, TermOfDemo term, String contractId) {
    this.cast = cast;
    this.scenery = scenery;
    this.teller = teller;
    this.term = term;
    this.now = term.start();
    this.engineer = new Engineer(cast, scenery, teller, contractId);
    this.contractId = contractId;
    this.step = step();
    this.treasury = new Treasury(cast, teller, contractId);
    this.events =
        new ArrayDeque<>(
            List.of(
                    new Event(term.at(0.12, BEFORE_NOON), () -> outage(Duration.ofMinutes(12))),
                    new Event(term.at(MID_TERM, BEFORE_NOON), this::midTerm),
                    new Event(term.at(0.60, BEFORE_NOON), this::unknownService),
                    new Event(term.at(0.78, BEFORE_NOON), () -> outage(Duration.ofHours(3))))
                .stream()
                .sorted(Comparator.comparing(Event::at))
                .toList());
  }

  /// Has the first half of the term accepted, as contracts with a mid-term acceptance ask.
  private void midTerm() {
    JsonNode body = cast.manager().get("/api/contracts/" + contractId).path("body");
    if (body.path("acceptances").size() < 2) {
      return;
    }
    LocalDate half = term.from().plusMonths(6).minusDays(1);
    new AcceptanceSigning(cast, contractId).accept(term.from(), half);
    teller.happens(now, "中期验收通过，甲方签字", "the mid-term acceptance is signed");
  }

  /// Has the whole term accepted and lets the last payments come due.
  ///
  /// @return the acceptance's id
  String conclude() {
    String id = new AcceptanceSigning(cast, contractId).accept(term.from(), term.to());
    teller.happens(now, "终验通过，甲方签字", "the final acceptance is signed");
    moveTo(now.plus(PAYMENT_TIME));
    return id;
  }

  /// Delivers the whole term, and the day after it in which what was never done is noticed.
  ///
  /// @return how many runs the engines made
  int deliver() {
    Instant end = term.end().plus(Duration.ofDays(1));
    while (now.isBefore(end)) {
      Event event = events.peek();
      Instant next = now.plus(step).isBefore(end) ? now.plus(step) : end;
      if (event != null && !event.at().isAfter(next)) {
        moveTowards(event.at());
        if (!now.isBefore(event.at())) {
          events.remove().happens().run();
        }
      } else {
        moveTowards(next);
      }
      engineer.attend(now, this::moveTo);
    }
    return runs;
  }

  /// Moves on, but stops as soon as something is found.
  private void moveTowards(Instant to) {
    move(to, true);
  }

  private void moveTo(Instant to) {
    move(to, false);
  }

  private void move(Instant to, boolean untilFound) {
    if (!to.isAfter(now)) {
      return;
    }
    JsonNode moved =
        cast.manager().post("/api/clock", Map.of("to", to.toString(), "untilFound", untilFound));
    runs += moved.path("runsFinished").asInt();
    Instant before = now;
    now = Instant.parse(moved.path("now").asString());
    if (month(now) != month(before)) {
      treasury.payDue(now);
      teller.happens(now, "累计执行 " + runs + " 次", runs + " runs so far");
    }
  }

  /// As often as the shortest cycle of the work that people do by hand, a week at most.
  private Duration step() {
    int days = LONGEST_STEP_DAYS;
    for (JsonNode service : cast.manager().get("/api/contracts/" + contractId + "/services")) {
      String frequency = service.path("frequency").asString("");
      if (service.path("way").asString("").equals("manual")
          && !frequency.isEmpty()
          && Frequency.parse(frequency) instanceof Frequency.Every(Period period)
          && period.toTotalMonths() == 0) {
        LocalDate anyDay = LocalDate.EPOCH;
        days = Math.min(days, (int) ChronoUnit.DAYS.between(anyDay, anyDay.plus(period)));
      }
    }
    return Duration.ofDays(days);
  }

  private static int month(Instant at) {
    return at.atZone(Teller.ZONE).getMonthValue();
  }

  private void outage(Duration untilSomebodyReacts) {
    teller.happens(now, "网站开始返回 502", "the site begins to answer 502");
    scenery.siteDown();
    engineer.dawdle(untilSomebodyReacts);
  }

  private void unknownService() {
    int port = scenery.openUnknownPort();
    teller.happens(
        now, "主机上多出一个监听端口 " + port, "an unknown service begins to listen on port " + port);
  }
}
