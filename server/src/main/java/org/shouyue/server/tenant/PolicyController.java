package org.shouyue.server.tenant;

import java.util.List;
import java.util.UUID;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.policy.Policy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the security administrator looks after: the policy, who was refused, who sees whom.
@RestController
@RequestMapping("/api/security")
final class PolicyController {
  private final Policies policies;
  private final Administration administration;
  private final Administrators administrators;
  private final FailedSignIns failures;
  private final People people;
  private final Directory directory;

  PolicyController(
      Policies policies,
      Administration administration,
      Administrators administrators,
      FailedSignIns failures,
      People people,
      Directory directory) {
    this.policies = policies;
    this.administration = administration;
    this.administrators = administrators;
    this.failures = failures;
    this.people = people;
    this.directory = directory;
  }

  /// @param separated whether system, security and audit administrator are three people
  record PolicyPage(Policy policy, boolean separated) {}

  record Given(Policy policy) {
    Given {
      new Checks().present("policy", policy).done();
    }
  }

  /// Who may see a client, and as what.
  record Seer(UUID id, String username, String name, Role role) {}

  @GetMapping("/policy")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
  PolicyPage policy() {
    return new PolicyPage(policies.present(), administrators.separated());
  }

  @PutMapping("/policy")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  @InPerson
  Administration.Outcome change(@RequestBody Given given) {
    return administration.submit(new Change.SetPolicy(given.policy()), "安全策略");
  }

  @GetMapping("/failed-sign-ins")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SECURITY_ADMIN, Role.AUDITOR})
  Page<FailedSignIns.Failed> failed(PageRequest request) {
    return failures.page(request);
  }

  /// Every client by name alone: to say who may see it.
  @GetMapping("/clients")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
  List<People.NamedClient> clients() {
    return Caller.current().role() == Role.AUDITOR
        ? people.namedClientsOf(Caller.current().id(), null)
        : people.everyClient();
  }

  @GetMapping("/clients/{id}/people")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
  List<Seer> seers(@PathVariable UUID id) {
    if (clients().stream().noneMatch(client -> client.id().equals(id))) {
      throw Problem.notFound("client", id);
    }
    return directory.of(id).stream()
        .map(card -> new Seer(card.id(), card.username(), card.name(), card.role()))
        .toList();
  }
}
