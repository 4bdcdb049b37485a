package org.shouyue.server.secrecy;

import java.time.InstantSource;
import java.util.UUID;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/secrecy/rules")
final class SecrecyRulesController {
  private final SecrecyRules rules;
  private final Clients clients;
  private final InstantSource clock;

  SecrecyRulesController(SecrecyRules rules, Clients clients, InstantSource clock) {
    this.rules = rules;
    this.clients = clients;
    this.clock = clock;
  }

  record NewRule(boolean undertakings, boolean namedOnly, String reason) {
    NewRule {
      new Checks().text("reason", reason, 500).done();
    }
  }

  @GetMapping("/{clientId}")
  @AllowedToSignedIn
  SecrecyRule one(@PathVariable UUID clientId) {
    require(clientId);
    return rules.of(clientId);
  }

  @PutMapping("/{clientId}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  SecrecyRule set(@PathVariable UUID clientId, @RequestBody NewRule given) {
    require(clientId);
    SecrecyRule before = rules.of(clientId);
    Caller caller = Caller.current();
    if (caller.role() == Role.PROVIDER_MANAGER && loosens(before, given)) {
      throw Problem.forbidden("保密要求只能由甲方放宽：请甲方签字人在平台上操作");
    }
    rules.set(
        new SecrecyRule(
            clientId,
            given.undertakings(),
            given.namedOnly(),
            given.reason().strip(),
            clock.instant(),
            caller.name()));
    return rules.of(clientId);
  }

  private static boolean loosens(SecrecyRule before, NewRule given) {
    return (before.undertakings() && !given.undertakings())
        || (before.namedOnly() && !given.namedOnly());
  }

  private void require(UUID client) {
    if (clients.find(client).isEmpty()) {
      throw Problem.notFound("client", client);
    }
  }
}
