package org.shouyue.server.consulting;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Self-checks by protection level, and the plan that follows from one.
@RestController
@RequestMapping("/api/consulting")
final class SelfChecksController {
  private final SelfChecks checks;
  private final SelfCheckDesk desk;

  SelfChecksController(SelfChecks checks, SelfCheckDesk desk) {
    this.checks = checks;
    this.desk = desk;
  }

  record NewSelfCheck(UUID contractId, String system, int level) {
    NewSelfCheck {
      new Checks()
          .present("contractId", contractId)
          .text("system", system, 200)
          .that(level == 2 || level == 3, "level", "must be 2 or 3")
          .done();
    }
  }

  record MeasureDraft(Measure.Horizon horizon, int priority, String title, String body) {
    MeasureDraft {
      new Checks()
          .present("horizon", horizon)
          .that(priority >= 1 && priority <= 3, "priority", "must be 1, 2 or 3")
          .text("title", title, 200)
          .text("body", body, 4000)
          .done();
    }

    Measure as(UUID id, @Nullable String clause) {
      return new Measure(id, clause, horizon, priority, title.strip(), body.strip());
    }
  }

  /// A control with what was answered; null while nothing was.
  record Asked(Control control, SelfCheck.@Nullable Answer answer) {}

  /// A self-check with all its questions, its score and its plan.
  record Whole(SelfCheck check, Score score, List<Asked> controls, List<Measure> measures) {}

  record Opened(UUID ticketId) {}

  @GetMapping("/self-checks")
  @AllowedToSignedIn
  Page<SelfCheck> list(@RequestParam(required = false) @Nullable UUID client, PageRequest request) {
    return checks.page(client, request);
  }

  @GetMapping("/self-checks/{id}")
  @AllowedToSignedIn
  Whole one(@PathVariable UUID id) {
    SelfCheck check = desk.require(id);
    List<Control> controls = ControlSet.of(check.level());
    Map<String, SelfCheck.Answer> answers =
        checks.answers(id).stream()
            .collect(Collectors.toMap(SelfCheck.Answer::clause, answer -> answer));
    return new Whole(
        check,
        Score.of(controls, desk.verdicts(id)),
        controls.stream()
            .map(control -> new Asked(control, answers.get(control.clause())))
            .toList(),
        checks.measures(id));
  }

  @PostMapping("/self-checks")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Whole begin(@RequestBody NewSelfCheck given) {
    return one(desk.begin(given.contractId(), given.system().strip(), given.level()));
  }

  @PostMapping("/self-checks/{id}/answers")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void answer(
      @PathVariable UUID id,
      @RequestParam String clause,
      @RequestParam String verdict,
      @RequestParam(required = false) @Nullable String note,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    String said = note == null || note.isBlank() ? null : note.strip();
    new Checks()
        .that(said == null || said.length() <= 2000, "note", "must not be longer than 2000")
        .done();
    SelfCheckDesk.Shown shown =
        file == null || file.isEmpty()
            ? null
            : new SelfCheckDesk.Shown(
                Objects.requireNonNullElse(file.getOriginalFilename(), "佐证"),
                Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
                file.getBytes());
    desk.answer(id, clause, parsed(verdict), said, shown);
  }

  @PostMapping("/self-checks/{id}/tickets/{clause}")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Opened ticket(@PathVariable UUID id, @PathVariable String clause) {
    return new Opened(desk.ticket(id, clause));
  }

  @PostMapping("/self-checks/{id}/plan")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<Measure> plan(@PathVariable UUID id) {
    desk.plan(id);
    return checks.measures(id);
  }

  @PostMapping("/self-checks/{id}/measures")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<Measure> addMeasure(@PathVariable UUID id, @RequestBody MeasureDraft draft) {
    desk.put(id, draft.as(UUID.randomUUID(), null));
    return checks.measures(id);
  }

  @PutMapping("/measures/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void changeMeasure(@PathVariable UUID id, @RequestBody MeasureDraft draft) {
    desk.put(desk.checkOf(id), draft.as(id, null));
  }

  @DeleteMapping("/measures/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void removeMeasure(@PathVariable UUID id) {
    desk.remove(id);
  }

  @PostMapping("/self-checks/{id}/finish")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Whole finish(@PathVariable UUID id) {
    desk.finish(id);
    return one(id);
  }

  private static Verdict parsed(String verdict) {
    try {
      return Verdict.of(verdict);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("verdict", "must be conform, partly, not or not-applicable");
    }
  }
}
