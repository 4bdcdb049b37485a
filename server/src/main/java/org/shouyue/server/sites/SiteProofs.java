package org.shouyue.server.sites;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shouyue.engine.site.SiteFinding;
import org.shouyue.scope.Refusal;
import org.shouyue.scope.RefusalCode;
import org.shouyue.server.work.Found;
import org.shouyue.server.work.Outcome.Unable;
import org.shouyue.server.work.Proof;
import org.shouyue.server.work.Severity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the site engine says, in the words of runs.
@Component
class SiteProofs {
  private final JsonMapper json;

  SiteProofs(JsonMapper json) {
    this.json = json;
  }

  Proof of(String name, Map<String, Object> facts) {
    return new Proof(
        name, "application/json", json.writeValueAsString(facts).getBytes(StandardCharsets.UTF_8));
  }

  /// What a refusal of the broker means for a run.
  static Unable refused(Refusal refusal) {
    boolean passing =
        refusal.code() == RefusalCode.RATE_LIMITED || refusal.code() == RefusalCode.TOO_MANY_OPEN;
    return new Unable((passing ? "" : "未获授权：") + refusal.message().zh(), passing);
  }

  static Found found(SiteFinding finding) {
    return new Found(
        finding.code(),
        finding.fingerprint(),
        severity(finding),
        finding.message().zh(),
        finding.message().zh() + "\n" + finding.message().en(),
        finding.remedy().zh());
  }

  private static Severity severity(SiteFinding finding) {
    return switch (finding.severity()) {
      case LOW -> Severity.LOW;
      case MEDIUM -> Severity.MEDIUM;
      case HIGH -> Severity.HIGH;
      case CRITICAL -> Severity.CRITICAL;
    };
  }
}
