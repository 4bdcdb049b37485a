package org.shouyue.server.training;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What somebody with a secret address may do: each finds its client by the address, and works in
/// that client's scope alone.
@Service
class Seats {
  private final TrainingSessions sessions;
  private final Courses courses;
  private final Participants participants;
  private final Quiz quiz;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  Seats(
      TrainingSessions sessions,
      Courses courses,
      Participants participants,
      Quiz quiz,
      InstantSource clock,
      TransactionTemplate transaction) {
    this.sessions = sessions;
    this.courses = courses;
    this.participants = participants;
    this.quiz = quiz;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// What is done at a seat.
  interface AtSeat<T> {
    T with(Session session, Course course, Participant who);
  }

  static boolean doorOpen(Session session, Instant now) {
    return session.state() == Session.State.PLANNED
        && !now.isBefore(session.startsAt().minus(SessionDesk.DOOR))
        && now.isBefore(session.endsAt().plus(SessionDesk.DOOR));
  }

  /// The session whose door it is.
  ///
  /// @throws Problem 404 when the address opens nothing
  Session atDoor(Secret secret) {
    TrainingSessions.Door door = door(secret);
    return TenantScope.of(door.clientId())
        .call(() -> sessions.find(door.sessionId()).orElseThrow(Seats::unknown));
  }

  /// Signs somebody in and gives them a seat of their own. Who signs in again gets a new one.
  Secret arrive(Secret secret, String name, String unit) {
    TrainingSessions.Door door = door(secret);
    Secret seat = Secret.fresh();
    TenantScope.of(door.clientId())
        .run(() ->
            transaction.executeWithoutResult(_ -> {
              Session session = sessions.find(door.sessionId()).orElseThrow(Seats::unknown);
              if (!sessions.lockPlanned(session.id()) || !doorOpen(session, clock.instant())) {
                throw DoorController.closed();
              }
              UUID who = participants.comes(session, name, unit);
              if (!participants.signIn(who, clock.instant(), "code")) {
                throw Problem.conflict("signed-in", "这位学员已经签到；如不是您本人，请联系培训讲师");
              }
              participants.seat(who, seat.digest());
            }));
    return seat;
  }

  <T> T at(Secret secret, AtSeat<T> work) {
    Participants.Seat seat = participants.seat(secret.digest()).orElseThrow(Seats::unknown);
    return TenantScope.of(seat.clientId())
        .call(() ->
            java.util.Objects.requireNonNull(
                transaction.execute(_ -> {
                  Participant who =
                      participants.find(seat.participantId()).orElseThrow(Seats::unknown);
                  Session session = sessions.find(who.sessionId()).orElseThrow(Seats::unknown);
                  Course course = courses.find(session.courseId()).orElseThrow(Seats::unknown);
                  return work.with(session, course, who);
                })));
  }

  List<Quiz.Asked> begin(Secret secret) {
    return at(
        secret, (session, course, who) -> quiz.begin(course, who, planned(session).clientId()));
  }

  Quiz.Result finish(Secret secret, Map<UUID, List<Integer>> answers) {
    return at(
        secret,
        (session, course, who) -> {
          planned(session);
          return quiz.finish(course, who, answers);
        });
  }

  void evaluate(Secret secret, int content, int trainer, @Nullable String remarks) {
    at(
        secret,
        (session, course, who) -> {
          planned(session);
          participants.evaluate(who.id(), content, trainer, remarks);
          return true;
        });
  }

  boolean certificateStands(String number) {
    return participants.valid(number);
  }

  private static Session planned(Session session) {
    if (session.state() != Session.State.PLANNED) {
      throw Problem.conflict("wrong-state", "培训已经结束，不能再提交");
    }
    return session;
  }

  private TrainingSessions.Door door(Secret secret) {
    return sessions.door(secret.digest()).orElseThrow(Seats::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound("training", "here");
  }
}
