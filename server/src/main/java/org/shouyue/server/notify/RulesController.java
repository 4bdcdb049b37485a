package org.shouyue.server.notify;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Rules.Quiet;
import org.shouyue.server.notify.Rules.Rule;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who is told how: the client's signatory and the provider's manager decide.
@RestController
@RequestMapping("/api/notice-rules")
class RulesController {
  private final Rules rules;
  private final Directory directory;

  RulesController(Rules rules, Directory directory) {
    this.rules = rules;
    this.directory = directory;
  }

  /// Somebody who may be named in a rule.
  record Named(UUID id, String name, Role role, boolean mail, boolean phone) {}

  /// All that decides for one client.
  ///
  /// @param usual what holds where no rule does
  record RulesPage(
      Map<Urgency, Set<Means>> usual,
      List<Rule> rules,
      @Nullable Quiet quiet,
      List<Named> people) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR, Role.CLIENT_SIGNATORY})
  RulesPage of(@RequestParam UUID client) {
    visible(client);
    return new RulesPage(
        new EnumMap<>(Rules.USUAL),
        rules.of(client),
        rules.quiet(client),
        directory.of(client).stream().map(RulesController::named).toList());
  }

  private static Named named(PersonCard card) {
    return new Named(
        card.id(), card.name(), card.role(), card.mail() != null, card.phone() != null);
  }

  /// A rule as it is to be.
  ///
  /// @param personId null for everybody who is told of the client's matters
  record GivenRule(
      UUID clientId,
      @Nullable UUID personId,
      Urgency urgency,
      List<Means> means,
      @Nullable Boolean always) {
    GivenRule {
      new Checks()
          .present("clientId", clientId)
          .present("urgency", urgency)
          .some("means", means)
          .done();
    }
  }

  @PutMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  RulesPage put(@RequestBody GivenRule given) {
    visible(given.clientId());
    UUID person = given.personId();
    if (person != null
        && directory.of(given.clientId()).stream().noneMatch(card -> card.id().equals(person))) {
      throw Problem.invalid("personId", "must be one of the client's or of its provider's people");
    }
    rules.put(
        new Rule(
            UUID.randomUUID(),
            given.clientId(),
            person,
            null,
            given.urgency(),
            given.means(),
            Boolean.TRUE.equals(given.always()),
            Caller.current().name()));
    return of(given.clientId());
  }

  @DeleteMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Map<String, Boolean> remove(@PathVariable UUID id) {
    if (!rules.remove(id)) {
      throw Problem.notFound("rule", id);
    }
    return Map.of("removed", true);
  }

  /// Quiet hours as they are to be; none when an end is null.
  record GivenQuiet(UUID clientId, @Nullable LocalTime from, @Nullable LocalTime to) {
    GivenQuiet {
      new Checks()
          .present("clientId", clientId)
          .that((from == null) == (to == null), "to", "must be given with from")
          .done();
    }
  }

  @PutMapping("/quiet")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  RulesPage quiet(@RequestBody GivenQuiet given) {
    visible(given.clientId());
    LocalTime from = given.from();
    LocalTime to = given.to();
    rules.quiet(given.clientId(), from == null || to == null ? null : new Quiet(from, to));
    return of(given.clientId());
  }

  private static void visible(UUID client) {
    if (!TenantScope.visible().contains(client)) {
      throw Problem.notFound("client", client);
    }
  }
}
