package org.shouyue.server.export;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/export-approvals")
final class ApprovalsController {
  private static final int LONGEST = 2_000;
  private static final int MOST_DOWNLOADS = 20;

  private final Approvals approvals;
  private final ApprovalDesk desk;

  ApprovalsController(Approvals approvals, ApprovalDesk desk) {
    this.approvals = approvals;
    this.desk = desk;
  }

  /// @param query null for everything at that address
  /// @param downloads null for one
  record NewApproval(
      UUID clientId,
      String path,
      @Nullable String query,
      String what,
      String purpose,
      String recipient,
      Instant until,
      @Nullable Integer downloads) {
    NewApproval {
      new Checks()
          .present("clientId", clientId)
          .text("path", path, 300)
          .that(path != null && path.startsWith("/api/"), "path", "must begin with /api/")
          .that(query == null || query.length() <= LONGEST, "query", "is too long")
          .text("what", what, LONGEST)
          .text("purpose", purpose, LONGEST)
          .text("recipient", recipient, 200)
          .present("until", until)
          .that(
              downloads == null || (downloads >= 1 && downloads <= MOST_DOWNLOADS),
              "downloads",
              "must be between 1 and " + MOST_DOWNLOADS)
          .done();
    }
  }

  record Decision(boolean approves, @Nullable String remark) {
    Decision {
      new Checks()
          .that(
              approves || (remark != null && !remark.isBlank()),
              "remark",
              "must say why it is refused")
          .that(remark == null || remark.length() <= LONGEST, "remark", "is too long")
          .done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Approval> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return approvals.page(client, state, request);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR})
  Approval ask(@RequestBody NewApproval given) {
    return desk.ask(
        new ApprovalDesk.Asked(
            given.clientId(),
            given.path().strip(),
            Objects.requireNonNullElse(given.query(), "").strip(),
            given.what().strip(),
            given.purpose().strip(),
            given.recipient().strip(),
            given.until(),
            Objects.requireNonNullElse(given.downloads(), 1)));
  }

  @PostMapping("/{id}/decision")
  @AllowedTo({Role.CLIENT_SIGNATORY, Role.CLIENT_READER})
  Approval decide(@PathVariable UUID id, @RequestBody Decision given) {
    return desk.decide(id, given.approves(), given.remark());
  }

  @PostMapping("/{id}/withdraw")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR})
  Approval withdraw(@PathVariable UUID id) {
    return desk.withdraw(id);
  }
}
