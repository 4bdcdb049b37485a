package org.shouyue.server.secrecy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
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
@RequestMapping("/api/named-people")
final class NamedPeopleController {
  private final NamedPeople named;
  private final Agreements agreements;
  private final Directory directory;

  NamedPeopleController(NamedPeople named, Agreements agreements, Directory directory) {
    this.named = named;
    this.agreements = agreements;
    this.directory = directory;
  }

  record NewNamed(UUID contractId, UUID personId, String duty) {
    NewNamed {
      new Checks()
          .present("contractId", contractId)
          .present("personId", personId)
          .text("duty", duty, 200)
          .done();
    }
  }

  record Decision(boolean approved, @Nullable String remark) {
    Decision {
      new Checks()
          .that(remark == null || remark.length() <= 500, "remark", "must not be longer than 500")
          .that(
              approved || (remark != null && !remark.isBlank()),
              "remark",
              "must say why the person is refused")
          .done();
    }
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<NamedPerson> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return named.page(new NamedPeople.Wanted(client, contract, state), request);
  }

  /// One of the provider's people who serve a client.
  record Candidate(UUID id, String name, String role) {}

  @GetMapping("/candidates")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Page<Candidate> candidates(@RequestParam UUID client) {
    if (!TenantScope.visible().contains(client)) {
      throw Problem.notFound("client", client);
    }
    var found =
        directory.of(client).stream()
            .filter(card -> card.role().provides())
            .map(card -> new Candidate(card.id(), card.name(), card.role().code()))
            .toList();
    return new Page<>(found, 0, Math.max(found.size(), 1), found.size());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  NamedPerson propose(@RequestBody NewNamed given) {
    Agreement agreement = agreements.requireSigned(given.contractId());
    PersonCard person =
        directory.of(agreement.clientId()).stream()
            .filter(card -> card.id().equals(given.personId()) && card.role().provides())
            .findFirst()
            .orElseThrow(() -> Problem.invalid("personId", "must serve this client"));
    return named.propose(agreement, person, given.duty().strip());
  }

  @PostMapping("/{id}/decision")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  NamedPerson decide(@PathVariable UUID id, @RequestBody Decision given) {
    return named.decide(id, given.approved(), given.remark());
  }

  @PostMapping("/{id}/remove")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  NamedPerson remove(@PathVariable UUID id, @RequestBody Reason given) {
    return named.remove(id, given.reason().strip());
  }
}
