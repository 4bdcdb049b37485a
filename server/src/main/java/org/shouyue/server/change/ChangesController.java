package org.shouyue.server.change;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.change.ChangeViews.ChangeItem;
import org.shouyue.server.change.ChangeViews.ChangePage;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Changes, each under the id of its ticket.
@RestController
@RequestMapping("/api/changes")
final class ChangesController {
  private final ChangeViews views;
  private final ChangePlanning planning;
  private final ChangeWork work;

  ChangesController(ChangeViews views, ChangePlanning planning, ChangeWork work) {
    this.views = views;
    this.planning = planning;
    this.work = work;
  }

  /// A change that somebody wants.
  ///
  /// @param serviceId the clause's service that it asks for; null for none
  /// @param extra whether it may go beyond a quota that is used up; null for no
  record NewChange(
      UUID contractId,
      String title,
      @Nullable String body,
      @Nullable String severity,
      @Nullable String serviceId,
      @Nullable Boolean extra) {
    NewChange {
      new Checks().present("contractId", contractId).text("title", title, 200).done();
    }

    TicketMatter matter() {
      return new TicketMatter(
          contractId,
          TicketKind.CHANGE,
          severity == null ? Severity.MEDIUM : Severity.of(severity),
          title.strip(),
          body == null ? "" : body.strip(),
          serviceId == null || serviceId.isBlank() ? null : serviceId,
          null,
          null);
    }
  }

  /// Words that an act needs.
  record Said(String text) {
    Said {
      new Checks().text("text", text, 4_000).done();
    }
  }

  /// A signature, drawn or made with a certificate.
  ///
  /// @param digest of the plan that was read, as the change's page gives it
  record Signed(
      String digest,
      String name,
      String office,
      @Nullable String remarks,
      @Nullable String drawing,
      @Nullable UUID certificate) {
    Signed {
      new Checks()
          .text("digest", digest, 64)
          .text("name", name, 100)
          .text("office", office, 100)
          .that(
              remarks == null || remarks.length() <= 4_000,
              "remarks",
              "must not be longer than 4000")
          .that(drawing != null || certificate != null, "drawing", "is required")
          .done();
    }
  }

  /// What came of a step.
  record StepDone(ChangeStep.Outcome outcome, @Nullable String text) {
    StepDone {
      new Checks()
          .present("outcome", outcome)
          .that(text == null || text.length() <= 4_000, "text", "must not be longer than 4000")
          .done();
    }
  }

  /// How the change ended.
  record Finished(Change.Result result, @Nullable Boolean rolledBack, String text) {
    Finished {
      new Checks().present("result", result).text("text", text, 4_000).done();
    }
  }

  /// @param broken true for those whose emergency was not confirmed in time, or that went on after
  ///   their window, only
  @GetMapping
  @AllowedToSignedIn
  Page<ChangeItem> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "false") boolean broken,
      PageRequest request) {
    return views.page(contract, state, broken, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  ChangePage one(@PathVariable UUID id) {
    return views.one(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  ChangePage open(@RequestBody NewChange given) {
    return views.one(planning.open(given.matter(), Boolean.TRUE.equals(given.extra())));
  }

  @PostMapping("/{id}/plan")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ChangePage propose(@PathVariable UUID id, @RequestBody ChangePlan given) {
    planning.propose(id, given);
    return views.one(id);
  }

  @PostMapping("/{id}/sign")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  ChangePage sign(@PathVariable UUID id, @RequestBody Signed given) {
    planning.sign(
        id,
        new ChangePlanning.Signed(
            given.digest(),
            given.name(),
            given.office(),
            given.remarks(),
            given.drawing(),
            given.certificate()));
    return views.one(id);
  }

  @PostMapping("/{id}/decline")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  ChangePage decline(@PathVariable UUID id, @RequestBody Said given) {
    planning.decline(id, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/cancel")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  ChangePage cancel(@PathVariable UUID id, @RequestBody Said given) {
    planning.cancel(id, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/start")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ChangePage start(@PathVariable UUID id) {
    work.start(id);
    return views.one(id);
  }

  @PostMapping("/{id}/emergency")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ChangePage rush(@PathVariable UUID id, @RequestBody Said given) {
    work.rush(id, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/steps/{n}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ChangePage step(@PathVariable UUID id, @PathVariable int n, @RequestBody StepDone given) {
    work.step(id, n, given.outcome(), given.text());
    return views.one(id);
  }

  @PostMapping("/{id}/files")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ChangePage file(@PathVariable UUID id, @RequestPart("file") MultipartFile file)
      throws IOException {
    new Checks().that(!file.isEmpty(), "file", "must not be empty").done();
    work.file(
        id,
        Objects.requireNonNullElse(file.getOriginalFilename(), "change"),
        Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
        file.getBytes());
    return views.one(id);
  }

  @PostMapping("/{id}/finish")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ChangePage finish(@PathVariable UUID id, @RequestBody Finished given) {
    work.finish(
        id,
        new ChangeRows.Finish(
            given.result(), Boolean.TRUE.equals(given.rolledBack()), given.text().strip()));
    return views.one(id);
  }

  @PostMapping("/{id}/agree")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  ChangePage agree(@PathVariable UUID id) {
    work.agree(id);
    return views.one(id);
  }

  @PostMapping("/{id}/disagree")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  ChangePage disagree(@PathVariable UUID id, @RequestBody Said given) {
    work.disagree(id, given.text().strip());
    return views.one(id);
  }
}
