package org.shouyue.server.training;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedToAll;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The pages for people without an account: sign in at the door, then quiz and evaluation from
/// one's own seat. Whoever holds the address is let in; the addresses hold 192 random bits.
@RestController
@RequestMapping("/api/training")
final class DoorController {
  private static final String BECAUSE =
      "those who are trained have no account; the address is secret";

  private final Callers callers;
  private final Seats seats;
  private final InstantSource clock;

  DoorController(Callers callers, Seats seats, InstantSource clock) {
    this.callers = callers;
    this.seats = seats;
    this.clock = clock;
  }

  /// What those at the door see.
  record ShownSession(
      String course,
      String place,
      String trainer,
      Instant startsAt,
      Instant endsAt,
      boolean open) {}

  /// What somebody enters at the door.
  record NewArrival(String name, String unit) {
    NewArrival {
      new Checks().text("name", name, 50).text("unit", unit, 100).done();
    }
  }

  /// @param seat the secret of this participant's own pages
  record Seat(String seat) {}

  /// What a participant sees from their seat.
  record ShownSeat(
      ShownSession session,
      String name,
      boolean quiz,
      @Nullable Integer mark,
      boolean passed,
      boolean evaluated) {}

  /// @param answers the chosen options of each question, counted from 0
  record Answers(Map<UUID, List<Integer>> answers) {
    Answers {
      new Checks().present("answers", answers).done();
    }
  }

  record Evaluation(int content, int trainer, @Nullable String remarks) {
    Evaluation {
      new Checks()
          .that(content >= 1 && content <= 5, "content", "must be from 1 to 5")
          .that(trainer >= 1 && trainer <= 5, "trainer", "must be from 1 to 5")
          .that(remarks == null || remarks.length() <= 1000, "remarks", "is longer than 1000")
          .done();
      remarks = remarks == null || remarks.isBlank() ? null : remarks.strip();
    }
  }

  record Validity(boolean valid) {}

  @GetMapping("/door/{token}")
  @AllowedToAll(because = BECAUSE)
  ShownSession door(@PathVariable String token, HttpServletRequest request) {
    return counted(request, () -> shown(seats.atDoor(new Secret(token))));
  }

  @PostMapping("/door/{token}")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedToAll(because = BECAUSE)
  Seat arrive(
      @PathVariable String token, @RequestBody NewArrival given, HttpServletRequest request) {
    return counted(
        request,
        () ->
            new Seat(
                seats
                    .arrive(new Secret(token), given.name().strip(), given.unit().strip())
                    .text()));
  }

  @GetMapping("/seat/{token}")
  @AllowedToAll(because = BECAUSE)
  ShownSeat seat(@PathVariable String token, HttpServletRequest request) {
    return counted(
        request,
        () ->
            seats.at(
                new Secret(token),
                (session, course, who) ->
                    new ShownSeat(
                        shown(session),
                        who.name(),
                        course.drawn() > 0 && course.questions() > 0,
                        who.mark(),
                        who.passed(),
                        who.contentMark() != null)));
  }

  @PostMapping("/seat/{token}/quiz")
  @AllowedToAll(because = BECAUSE)
  List<Quiz.Asked> begin(@PathVariable String token, HttpServletRequest request) {
    return counted(request, () -> seats.begin(new Secret(token)));
  }

  @PostMapping("/seat/{token}/answers")
  @AllowedToAll(because = BECAUSE)
  Quiz.Result answer(
      @PathVariable String token, @RequestBody Answers given, HttpServletRequest request) {
    return counted(request, () -> seats.finish(new Secret(token), given.answers()));
  }

  @PostMapping("/seat/{token}/evaluation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToAll(because = BECAUSE)
  void evaluate(
      @PathVariable String token, @RequestBody Evaluation given, HttpServletRequest request) {
    counted(
        request,
        () -> {
          seats.evaluate(new Secret(token), given.content(), given.trainer(), given.remarks());
          return true;
        });
  }

  @GetMapping("/certificates/{number}/validity")
  @AllowedToAll(because = "whoever is shown a certificate may ask whether it stands, and no more")
  Validity validity(@PathVariable String number, HttpServletRequest request) {
    return counted(request, () -> new Validity(seats.certificateStands(number)));
  }

  private ShownSession shown(Session session) {
    return new ShownSession(
        session.course(),
        session.place(),
        session.trainer(),
        session.startsAt(),
        session.endsAt(),
        Seats.doorOpen(session, clock.instant()));
  }

  private <T> T counted(HttpServletRequest request, Supplier<T> work) {
    callers.count(String.valueOf(request.getRemoteAddr()));
    return work.get();
  }

  static Problem closed() {
    return Problem.conflict("door-closed", "现在不能签到：签到在开始前半小时至结束后半小时之间开放");
  }
}
