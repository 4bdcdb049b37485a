package org.shouyue.server.training;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Training sessions: plan, invite, sign in, close.
@RestController
@RequestMapping("/api/training")
class SessionsController {
  private final TrainingSessions sessions;
  private final SessionDesk desk;
  private final Participants participants;
  private final TrainingPaper paper;
  private final InstantSource clock;

  SessionsController(
      TrainingSessions sessions,
      SessionDesk desk,
      Participants participants,
      TrainingPaper paper,
      InstantSource clock) {
    this.sessions = sessions;
    this.desk = desk;
    this.participants = participants;
    this.paper = paper;
    this.clock = clock;
  }

  record NewSession(
      UUID contractId,
      @Nullable String serviceId,
      UUID courseId,
      Instant startsAt,
      Instant endsAt,
      String place,
      String trainer) {
    NewSession {
      new Checks()
          .present("contractId", contractId)
          .present("courseId", courseId)
          .present("startsAt", startsAt)
          .present("endsAt", endsAt)
          .that(
              startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
              "endsAt",
              "must be after startsAt")
          .text("place", place, 300)
          .text("trainer", trainer, 100)
          .done();
    }
  }

  record Invitation(List<SessionDesk.Invited> people) {
    Invitation {
      new Checks()
          .some("people", people)
          .that(people == null || people.size() <= 1000, "people", "must not be more than 1000")
          .done();
    }
  }

  /// @param path of the page on which people sign in; shown this once
  record Door(String path) {}

  /// @param reportId the certificate among the reports, in every format
  record CertificatePaper(UUID reportId) {}

  @GetMapping("/sessions")
  @AllowedToSignedIn
  Page<Session> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return sessions.page(client, contract, state, request);
  }

  @GetMapping("/sessions/{id}")
  @AllowedToSignedIn
  Session one(@PathVariable UUID id) {
    return desk.require(id);
  }

  @GetMapping("/sessions/{id}/participants")
  @AllowedToSignedIn
  List<Participant> participants(@PathVariable UUID id) {
    return participants.of(one(id).id());
  }

  @PostMapping("/sessions")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Session add(@RequestBody NewSession given) {
    return one(
        desk.plan(
            new SessionDesk.Plan(
                given.contractId(),
                given.serviceId(),
                given.courseId(),
                given.startsAt(),
                given.endsAt(),
                given.place().strip(),
                given.trainer().strip())));
  }

  @PostMapping("/sessions/{id}/invitations")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  List<Participant> invite(@PathVariable UUID id, @RequestBody Invitation given) {
    desk.invite(id, given.people());
    return participants(id);
  }

  @PostMapping("/sessions/{id}/door")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Door openDoor(@PathVariable UUID id) {
    return new Door("/training/door/" + desk.openDoor(id).text());
  }

  @PostMapping("/participants/{id}/tick")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void tickOff(@PathVariable UUID id) {
    desk.tickOff(id);
  }

  @PostMapping("/sessions/{id}/files")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void show(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
    new Checks().that(!file.isEmpty(), "file", "must not be empty").done();
    desk.show(
        id,
        Objects.requireNonNullElse(file.getOriginalFilename(), "现场"),
        Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
        file.getBytes());
  }

  @PostMapping("/sessions/{id}/close")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Session close(@PathVariable UUID id) {
    return desk.close(id);
  }

  @PostMapping("/sessions/{id}/cancel")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Session cancel(@PathVariable UUID id) {
    desk.cancel(id);
    return one(id);
  }

  @PostMapping("/participants/{id}/certificate")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  @Transactional
  CertificatePaper certificate(@PathVariable UUID id) {
    Participant one = participant(id);
    if (one.certificate() == null || one.certificateRevokedAt() != null) {
      throw Problem.conflict("no-certificate", "没有有效的证书：培训结束且通过测验后才颁发");
    }
    UUID report =
        participants
            .paper(id)
            .orElseGet(() -> {
              UUID drawn = paper.certificate(desk.require(one.sessionId()), one);
              participants.paper(id, drawn);
              return drawn;
            });
    return new CertificatePaper(report);
  }

  @PostMapping("/participants/{id}/certificate/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.PROVIDER_MANAGER)
  @Transactional
  void revoke(@PathVariable UUID id) {
    participant(id);
    if (!participants.revoke(id, clock.instant())) {
      throw Problem.conflict("no-certificate", "没有有效的证书");
    }
  }

  private Participant participant(UUID id) {
    return participants.find(id).orElseThrow(() -> Problem.notFound("participant", id));
  }
}
