package org.shouyue.server.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the provider does about sessions: plans, invites, opens the door, ticks off, closes. A
/// closed session to which somebody came keeps the promise; one to which nobody came counts for
/// nothing.
@Service
class SessionDesk {
  /// How long before and after a session people may sign in themselves.
  static final Duration DOOR = Duration.ofMinutes(30);

  private final TrainingSessions sessions;
  private final Courses courses;
  private final Participants participants;
  private final Agreements agreements;
  private final Performances performances;
  private final TrainingPaper paper;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  SessionDesk(
      TrainingSessions sessions,
      Courses courses,
      Participants participants,
      Agreements agreements,
      Performances performances,
      TrainingPaper paper,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.courses = courses;
    this.participants = participants;
    this.agreements = agreements;
    this.performances = performances;
    this.paper = paper;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// What is planned.
  record Plan(
      UUID contractId,
      @Nullable String serviceId,
      UUID courseId,
      Instant startsAt,
      Instant endsAt,
      String place,
      String trainer) {}

  /// Somebody invited.
  record Invited(String name, String unit) {
    Invited {
      new Checks().text("name", name, 50).text("unit", unit, 100).done();
      name = name.strip();
      unit = unit.strip();
    }
  }

  /// The session.
  ///
  /// @throws Problem 404 when there is none in scope
  Session require(UUID id) {
    return sessions.find(id).orElseThrow(() -> Problem.notFound("training session", id));
  }

  /// The course of a session.
  Course course(Session session) {
    return courses.find(session.courseId()).orElseThrow();
  }

  @Transactional
  UUID plan(Plan plan) {
    var agreement = agreements.requireSigned(plan.contractId());
    Course course =
        courses
            .find(plan.courseId())
            .orElseThrow(() -> Problem.notFound("course", plan.courseId()));
    new Checks()
        .that(
            course.clientId().equals(agreement.clientId()),
            "courseId",
            "belongs to another client than the contract")
        .that(
            plan.serviceId() == null
                || agreement.contract().services().stream()
                    .anyMatch(item ->
                        item.id().equals(plan.serviceId())
                            && item.capability() == Capability.TRAINING),
            "serviceId",
            "names no training of this contract")
        .done();
    Session session =
        new Session(
            UUID.randomUUID(),
            agreement.clientId(),
            plan.contractId(),
            plan.serviceId(),
            course.id(),
            course.name(),
            course.topic(),
            plan.startsAt(),
            plan.endsAt(),
            plan.place(),
            plan.trainer(),
            Session.State.PLANNED,
            0,
            0,
            null,
            null);
    sessions.add(session, clock.instant(), Caller.current().name());
    changed(session, "training.planned", Map.of("course", course.name()));
    return session.id();
  }

  @Transactional
  void invite(UUID id, List<Invited> people) {
    Session session = planned(id);
    people.forEach(one -> participants.invite(session, one.name(), one.unit()));
    changed(session, "training.invited", Map.of("people", people.size()));
  }

  /// Opens another door: an address under which people without an account sign in.
  @Transactional
  Secret openDoor(UUID id) {
    Session session = planned(id);
    Secret secret = Secret.fresh();
    sessions.door(id, secret.digest());
    changed(session, "training.door-opened", Map.of());
    return secret;
  }

  /// Ticks somebody off on the list.
  @Transactional
  void tickOff(UUID participant) {
    Participant one =
        participants
            .find(participant)
            .orElseThrow(() -> Problem.notFound("participant", participant));
    Session session = planned(one.sessionId());
    begun(session);
    participants.signIn(participant, clock.instant(), Caller.current().name());
    changed(session, "training.ticked-off", Map.of("participant", one.name()));
  }

  /// Keeps a photo or another file as evidence of a session.
  @Transactional
  void show(UUID id, String name, String type, byte[] content) {
    Session session = require(id);
    if (session.state() == Session.State.CANCELLED) {
      throw Problem.conflict("wrong-state", "培训已取消");
    }
    keep(session, name, type, content);
  }

  @Transactional
  void cancel(UUID id) {
    Session session = planned(id);
    sessions.settle(id, Session.State.CANCELLED, null, null);
    changed(session, "training.cancelled", Map.of());
  }

  /// Closes a session: with the attendance list as evidence it keeps the promise that waits for it,
  /// and those who passed get their certificates.
  @Transactional
  Session close(UUID id) {
    Session session = planned(id);
    begun(session);
    List<Participant> all = participants.of(id);
    List<Participant> came = all.stream().filter(one -> one.signedInAt() != null).toList();
    if (came.isEmpty()) {
      sessions.settle(id, Session.State.UNATTENDED, null, null);
      changed(session, "training.unattended", Map.of());
      return require(id);
    }
    certify(session, came);
    keep(session, "签到表.csv", "text/csv;charset=UTF-8", TrainingPaper.attendance(all));
    UUID report = paper.draw(session, course(session), participants.of(id));
    UUID obligation =
        performances.perform(
            new Performance(
                session.contractId(),
                Capability.TRAINING,
                session.serviceId(),
                null,
                session.startsAt(),
                session.trainer(),
                "training/" + id,
                "%s：%d 人参加".formatted(session.course(), came.size())));
    sessions.settle(id, Session.State.HELD, report, obligation);
    changed(session, "training.held", Map.of("attended", came.size()));
    return require(id);
  }

  private void certify(Session session, List<Participant> came) {
    boolean quiz = course(session).drawn() > 0;
    for (Participant one : came) {
      if (!quiz || one.passed()) {
        String serial = Secret.fresh().text().replaceAll("[^A-Za-z0-9]", "").substring(0, 12);
        participants.certify(one.id(), "SY-T-" + serial.toUpperCase(java.util.Locale.ROOT));
      }
    }
  }

  /// The session, locked, if it is still planned.
  private Session planned(UUID id) {
    Session session = require(id);
    if (!sessions.lockPlanned(id)) {
      throw Problem.conflict("wrong-state", "培训已经结束或取消，不能再更改");
    }
    return session;
  }

  private void begun(Session session) {
    if (clock.instant().isBefore(session.startsAt().minus(DOOR))) {
      throw Problem.conflict("not-now", "培训尚未开始，开始前半小时起可以签到");
    }
  }

  private void keep(Session session, String name, String type, byte[] content) {
    evidence.keep(
        new NewEvidence(
            session.clientId(),
            session.contractId(),
            name,
            type,
            content,
            "training/" + session.id(),
            clock.instant()));
  }

  private void changed(Session session, String action, Map<String, ?> details) {
    events.publishEvent(
        new Changed(session.clientId(), action, "training/" + session.id(), details));
  }
}
