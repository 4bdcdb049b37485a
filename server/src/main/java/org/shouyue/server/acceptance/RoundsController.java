package org.shouyue.server.acceptance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.Signatures;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The acceptances that contracts plan, round by round.
@RestController
final class RoundsController {
  private static final int LONGEST = 4_000;

  private final AcceptancePlan plan;
  private final AcceptanceRounds rounds;
  private final RoundSteps steps;
  private final RoundReports reports;
  private final Signatures signatures;

  RoundsController(
      AcceptancePlan plan,
      AcceptanceRounds rounds,
      RoundSteps steps,
      RoundReports reports,
      Signatures signatures) {
    this.plan = plan;
    this.rounds = rounds;
    this.steps = steps;
    this.reports = reports;
    this.signatures = signatures;
  }

  record Application(UUID contractId, int ordinal, String statement) {
    Application {
      new Checks()
          .present("contractId", contractId)
          .that(ordinal > 0, "ordinal", "must be counted from 1")
          .text("statement", statement, LONGEST)
          .done();
    }
  }

  record Judged(String judgement, @Nullable String remark) {
    Judged {
      new Checks()
          .that(
              "pass".equals(judgement) || "fail".equals(judgement),
              "judgement",
              "must be pass or fail")
          .that(
              !"fail".equals(judgement) || (remark != null && !remark.isBlank()),
              "remark",
              "must say what is to be mended")
          .that(remark == null || remark.length() <= LONGEST, "remark", "is too long")
          .done();
    }
  }

  record Countersign(
      String name, String role, @Nullable String drawing, @Nullable UUID certificate) {
    Countersign {
      new Checks()
          .text("name", name, 100)
          .text("role", role, 100)
          .that(drawing != null || certificate != null, "drawing", "is required")
          .done();
    }
  }

  record Detail(AcceptanceRound round, List<AcceptanceRound.Check> checks) {}

  @GetMapping("/api/acceptance-plan")
  @AllowedToSignedIn
  List<AcceptancePlan.Planned> plan(@RequestParam("contract") UUID contract) {
    return plan.of(contract);
  }

  @PostMapping("/api/acceptance-rounds")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  Detail apply(@RequestBody Application given) {
    return one(steps.apply(given.contractId(), given.ordinal(), given.statement().strip()));
  }

  @GetMapping("/api/acceptance-rounds/{id}")
  @AllowedToSignedIn
  Detail one(@PathVariable UUID id) {
    AcceptanceRound round =
        rounds.find(id).orElseThrow(() -> Problem.notFound("acceptance-round", id));
    return new Detail(round, rounds.checks(id));
  }

  @PutMapping("/api/acceptance-rounds/{id}/checks/{service}")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  Detail judge(@PathVariable UUID id, @PathVariable String service, @RequestBody Judged given) {
    String remark = given.remark() == null ? null : given.remark().strip();
    steps.judge(id, service, AcceptanceRound.Judgement.of(given.judgement()), remark);
    return one(id);
  }

  @PostMapping("/api/acceptance-rounds/{id}/countersign")
  @AllowedTo(Role.PROVIDER_MANAGER)
  Detail countersign(@PathVariable UUID id, @RequestBody Countersign given) {
    UUID acceptance =
        rounds.find(id).orElseThrow(() -> Problem.notFound("acceptance-round", id)).acceptanceId();
    byte[] drawing =
        signatures.picture("acceptance/" + acceptance, given.drawing(), given.certificate());
    var _ = reports.countersign(id, given.name().strip(), given.role().strip(), drawing);
    return one(id);
  }
}
