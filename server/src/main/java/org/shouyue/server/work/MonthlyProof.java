package org.shouyue.server.work;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The proof of one watched window: every probe, and the figures computed from them.
@Component
class MonthlyProof {
  /// Fewer probes than this share of what the pace asks for prove nothing.
  private static final BigDecimal ENOUGH = new BigDecimal("0.5");

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final ProbeLog probes;
  private final Capabilities capabilities;
  private final ProbePace pace;
  private final EvidenceLog evidence;
  private final JsonMapper json;

  MonthlyProof(
      ProbeLog probes,
      Capabilities capabilities,
      ProbePace pace,
      EvidenceLog evidence,
      JsonMapper json) {
    this.probes = probes;
    this.capabilities = capabilities;
    this.pace = pace;
    this.evidence = evidence;
    this.json = json;
  }

  /// What the proof says.
  ///
  /// @param expected how many probes the pace asks for
  record Figures(
      String capability,
      UUID asset,
      Instant from,
      Instant to,
      long expected,
      int said,
      int unsaid,
      int down,
      @Nullable BigDecimal availability,
      List<Uptime.Outage> outages,
      List<Probe> probes) {}

  /// Keeps the proof of a window as evidence.
  ///
  /// @return why it proves nothing; null when it does
  @Nullable String keep(Obligation watched) {
    UUID asset = watched.assetId();
    if (asset == null) {
      return "没有监测对象";
    }
    List<Probe> made =
        probes.within(
            watched.contractId(),
            watched.serviceId(),
            asset,
            watched.windowFrom(),
            watched.windowTo());
    Uptime uptime = Uptime.of(watched.windowFrom(), watched.windowTo(), made);
    long expected = expected(watched);
    if (uptime.said() == 0) {
      return "期限内没有一次有效探测";
    }
    file(watched, figures(watched, asset, uptime, expected, made));
    boolean enough =
        BigDecimal.valueOf(expected).multiply(ENOUGH).compareTo(BigDecimal.valueOf(uptime.said()))
            <= 0;
    return enough ? null : "有效探测仅 %d 次，应有 %d 次".formatted(uptime.said(), expected);
  }

  private long expected(Obligation watched) {
    Capability capability = capabilities.find(watched.capability());
    if (capability == null) {
      return 1;
    }
    Duration step = pace.of(capability.steps().whileUp());
    return Math.max(1, Duration.between(watched.windowFrom(), watched.windowTo()).dividedBy(step));
  }

  private void file(Obligation watched, Figures figures) {
    YearMonth month = YearMonth.from(watched.windowFrom().atZone(CHINA));
    evidence.keep(
        new NewEvidence(
            watched.clientId(),
            watched.contractId(),
            "%s-%s.json".formatted(watched.capability().code(), month),
            "application/json",
            json.writeValueAsString(figures).getBytes(StandardCharsets.UTF_8),
            "obligation/" + watched.id(),
            watched.dueAt()));
  }

  private static Figures figures(
      Obligation watched, UUID asset, Uptime uptime, long expected, List<Probe> made) {
    return new Figures(
        watched.capability().code(),
        asset,
        uptime.from(),
        uptime.to(),
        expected,
        uptime.said(),
        uptime.unsaid(),
        uptime.down(),
        uptime.share(),
        uptime.outages(),
        made);
  }
}
