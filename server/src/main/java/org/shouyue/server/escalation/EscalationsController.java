package org.shouyue.server.escalation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.escalation.Escalation.State;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.work.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is being escalated, and by which chain.
@RestController
@RequestMapping("/api")
class EscalationsController {
  private static final int MOST_STEPS = 20;

  private final JdbcClient jdbc;
  private final EscalationRows rows;
  private final Escalations escalations;
  private final Chains chains;
  private final Directory directory;

  EscalationsController(
      JdbcClient jdbc,
      EscalationRows rows,
      Escalations escalations,
      Chains chains,
      Directory directory) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.escalations = escalations;
    this.chains = chains;
    this.directory = directory;
  }

  /// One escalation in a list.
  ///
  /// @param told how many times people were told
  record EscalationItem(
      UUID id,
      UUID clientId,
      Severity severity,
      String title,
      String about,
      State state,
      Instant startedAt,
      @Nullable Instant nextAt,
      int told,
      @Nullable Instant endedAt,
      @Nullable String endedBy,
      @Nullable String how) {
    static EscalationItem of(Escalation one) {
      return new EscalationItem(
          one.id(),
          one.clientId(),
          one.severity(),
          one.title(),
          one.about(),
          one.state(),
          one.startedAt(),
          one.nextAt(),
          one.step() + one.repeats(),
          one.endedAt(),
          one.endedBy(),
          one.how());
    }
  }

  @GetMapping("/escalations")
  @AllowedToSignedIn
  Page<EscalationItem> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String about,
      PageRequest request) {
    return new Listing(
            jdbc, "e.*", "escalation e", "e.state = 'running' desc, e.started_at desc, e.id")
        .where("e.client_id = :client", "client", client)
        .where("e.state = :state", "state", state)
        .where("e.severity = :severity", "severity", severity)
        .where("e.about = :about", "about", about)
        .search("e.title", "e.about")
        .sort("startedAt", "e.started_at")
        .sort("nextAt", "e.next_at")
        .page(request, (row, n) -> EscalationItem.of(rows.row(row, n)));
  }

  /// One escalation with what was done.
  record EscalationPage(@JsonUnwrapped EscalationItem escalation, List<EscalationRows.Noted> log) {}

  @GetMapping("/escalations/{id}")
  @AllowedToSignedIn
  EscalationPage one(@PathVariable UUID id) {
    Escalation found = rows.find(id).orElseThrow(() -> Problem.notFound("escalation", id));
    return new EscalationPage(EscalationItem.of(found), rows.log(id));
  }

  @PostMapping("/escalations/{id}/acknowledge")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  EscalationPage acknowledge(@PathVariable UUID id) {
    one(id);
    if (!escalations.acknowledge(id, Caller.current().name(), "button")) {
      throw Problem.conflict("already-over", "该升级已经结束，无需再确认");
    }
    return one(id);
  }

  @GetMapping("/escalation-chains")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR, Role.CLIENT_SIGNATORY})
  List<Chain> chains(@RequestParam UUID client) {
    visible(client);
    return chains.all(client);
  }

  /// A chain as it is to be.
  ///
  /// @param steps null to go back to the usual chain, none for no escalation
  record GivenChain(
      UUID clientId,
      String severity,
      @Nullable List<Step> steps,
      @Nullable Integer repeatMinutes,
      @Nullable Integer repeatLimit) {
    GivenChain {
      new Checks()
          .present("clientId", clientId)
          .text("severity", severity, 20)
          .that(steps == null || steps.size() <= MOST_STEPS, "steps", "must be 20 at most")
          .that(
              repeatMinutes == null || (repeatMinutes >= 1 && repeatMinutes <= 1440),
              "repeatMinutes",
              "must be between 1 and 1440")
          .that(
              repeatLimit == null || (repeatLimit >= 0 && repeatLimit <= 100),
              "repeatLimit",
              "must be between 0 and 100")
          .done();
    }
  }

  @PutMapping("/escalation-chains")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  List<Chain> put(@RequestBody GivenChain given) {
    visible(given.clientId());
    Severity severity;
    try {
      severity = Severity.of(given.severity());
    } catch (IllegalArgumentException _) {
      throw Problem.invalid("severity", "must be critical, high, medium, low or info");
    }
    List<Step> steps = given.steps();
    if (steps == null) {
      chains.reset(given.clientId(), severity);
      return chains.all(given.clientId());
    }
    check(given.clientId(), steps);
    int repeat = given.repeatMinutes() == null ? 15 : given.repeatMinutes();
    int limit = given.repeatLimit() == null ? Chain.USUAL_LIMIT : given.repeatLimit();
    chains.put(
        given.clientId(), new Chain(severity, steps, repeat, limit, true), Caller.current().name());
    return chains.all(given.clientId());
  }

  private void check(UUID client, List<Step> steps) {
    List<UUID> known = directory.of(client).stream().map(card -> card.id()).toList();
    int before = 0;
    for (Step step : steps) {
      if (step.afterMinutes() < before) {
        throw Problem.invalid("steps.afterMinutes", "must not be before the step above");
      }
      before = step.afterMinutes();
      if (step.persons() != null && !known.containsAll(step.persons())) {
        throw Problem.invalid("steps.persons", "must be the client's or its provider's people");
      }
    }
  }

  private static void visible(UUID client) {
    if (!TenantScope.visible().contains(client)) {
      throw Problem.notFound("client", client);
    }
  }
}
