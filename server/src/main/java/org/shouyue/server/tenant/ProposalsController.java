package org.shouyue.server.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changes that wait for a second administrator.
@RestController
@RequestMapping("/api/proposals")
final class ProposalsController {
  private final Proposals proposals;
  private final Administration administration;

  ProposalsController(Proposals proposals, Administration administration) {
    this.proposals = proposals;
    this.administration = administration;
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  record OneTimePassword(String password) {
    @Override
    public String toString() {
      return "OneTimePassword";
    }
  }

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
  Page<Proposals.Proposal> list(
      @RequestParam(required = false) @Nullable String state, PageRequest request) {
    return proposals.page(state, request);
  }

  @PostMapping("/{id}/approve")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  @InPerson
  void approve(@PathVariable UUID id) {
    administration.approve(id);
  }

  @PostMapping("/{id}/refuse")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  @InPerson
  void refuse(@PathVariable UUID id, @RequestBody Reason given) {
    administration.refuse(id, given.reason());
  }

  @PostMapping("/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  @InPerson
  void withdraw(@PathVariable UUID id) {
    administration.withdraw(id);
  }

  /// A POST, because it can be done once only.
  @PostMapping("/{id}/password")
  @AllowedTo(Role.SYSTEM_ADMIN)
  @InPerson
  OneTimePassword password(@PathVariable UUID id) {
    return new OneTimePassword(administration.password(id));
  }
}
