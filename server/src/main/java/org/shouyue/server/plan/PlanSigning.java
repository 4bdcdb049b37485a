package org.shouyue.server.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes the client's signature under a version, which keeps the contract's promise of a plan. What
/// was signed and the signature join the contract's chain.
@Service
class PlanSigning {
  private final EmergencyPlanRows rows;
  private final EvidenceLog evidence;
  private final Performances performances;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  PlanSigning(
      EmergencyPlanRows rows,
      EvidenceLog evidence,
      Performances performances,
      JsonMapper json,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.evidence = evidence;
    this.performances = performances;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  /// @param office the signatory's
  /// @param drawing the drawn signature, a PNG picture
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Given(String name, String office, byte[] drawing) {}

  @Transactional
  void approve(UUID id, int n, Given given) {
    Plan plan = rows.lock(id);
    PlanVersion version = rows.require(id, n);
    if (version.state() != VersionState.REVIEWED) {
      throw Problem.conflict("not-reviewed", "只有评审通过、尚未签批的版本才能签批");
    }
    Instant now = clock.instant();
    Map<String, Object> signed =
        Map.of(
            "plan", id.toString(),
            "title", plan.title(),
            "version", n,
            "content", version.content(),
            "person", Caller.current().id().toString(),
            "name", given.name(),
            "office", given.office());
    byte[] text = json.writeValueAsString(signed).getBytes(StandardCharsets.UTF_8);
    keep(plan, "应急预案-第%d版-签批.json".formatted(n), "application/json", text, now);
    long signature = keep(plan, "签批签名.png", "image/png", given.drawing(), now);
    rows.approved(version.id(), given, signature, now);
    var _ =
        performances.perform(
            Performance.of(
                plan.contractId(),
                Capability.EMERGENCY_PLAN,
                now,
                given.name(),
                plan.about() + "/" + n,
                "签批应急预案《%s》第 %d 版".formatted(plan.title(), n)));
    events.publishEvent(
        new Changed(
            plan.clientId(),
            "plan.approved",
            plan.about(),
            Map.of("title", plan.title(), "version", n, "name", given.name())));
  }

  private long keep(Plan plan, String name, String type, byte[] content, Instant now) {
    return evidence
        .keep(
            new NewEvidence(
                plan.clientId(), plan.contractId(), name, type, content, plan.about(), now))
        .seq();
  }
}
