package org.shouyue.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The demo's year: the clock goes on week by week, things go wrong on fixed days, and people do
/// what they would do: answer tickets, mend, hand in documents, pay. Once they are late.
final class YearOfService {

  private static final Duration STEP = Duration.ofDays(7);

  /// From the outage to the next probe of the replayed year.
  private static final Duration FIRST_PROBE = Duration.ofMinutes(11);

  private static final LocalTime BEFORE_NOON = LocalTime.of(11, 50);

  private final Cast cast;
  private final Scenery scenery;
  private final Teller teller;
  private final TermOfDemo term;
  private final Engineer engineer;
  private final Deque<Event> events;
  private final Treasury treasury;
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
    this.treasury = new Treasury(cast, teller, contractId);
    this.events =
        new ArrayDeque<>(
            List.of(
                    new Event(term.at(0.12, BEFORE_NOON), () -> outage(Duration.ofMinutes(5))),
                    new Event(term.at(0.60, BEFORE_NOON), this::unknownService),
                    new Event(term.at(0.78, BEFORE_NOON), () -> outage(Duration.ofHours(3))))
                .stream()
                .sorted(Comparator.comparing(Event::at))
                .toList());
  }

  /// Delivers the whole term, and the day after it in which what was never done is noticed.
  ///
  /// @return how many runs the engines made
  int deliver() {
    Instant end = term.end().plus(Duration.ofDays(1));
    while (now.isBefore(end)) {
      Event event = events.peek();
      Instant next = now.plus(STEP).isBefore(end) ? now.plus(STEP) : end;
      if (event != null && !event.at().isAfter(next)) {
        moveTo(event.at());
        events.remove().happens().run();
      } else {
        moveTo(next);
      }
      engineer.attend(now, this::moveTo);
    }
    return runs;
  }

  private void moveTo(Instant to) {
    if (!to.isAfter(now)) {
      return;
    }
    JsonNode moved = cast.manager().post("/api/clock", Map.of("to", to.toString()));
    runs += moved.path("runsFinished").asInt();
    boolean monthEnded = month(to) != month(now);
    now = to;
    if (monthEnded) {
      treasury.payDue(now);
      teller.happens(now, "累计执行 " + runs + " 次", runs + " runs so far");
    }
  }

  private static int month(Instant at) {
    return at.atZone(Teller.ZONE).getMonthValue();
  }

  private void outage(Duration untilSomebodyLooks) {
    teller.happens(now, "网站开始返回 502", "the site begins to answer 502");
    scenery.siteDown();
    moveTo(now.plus(FIRST_PROBE).plus(untilSomebodyLooks));
    engineer.attend(now, this::moveTo);
  }

  private void unknownService() {
    int port = scenery.openUnknownPort();
    teller.happens(
        now, "主机上多出一个监听端口 " + port, "an unknown service begins to listen on port " + port);
  }
}
