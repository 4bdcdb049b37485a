package org.shouyue.server.sites;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.shouyue.engine.site.Availability;
import org.shouyue.engine.site.AvailabilityCheck;
import org.shouyue.engine.site.AvailabilityRequest;
import org.shouyue.engine.site.SiteObservation;
import org.shouyue.scope.Method;
import org.shouyue.server.work.Capability;
import org.shouyue.server.work.Found;
import org.shouyue.server.work.Outcome;
import org.shouyue.server.work.Outcome.Completed;
import org.shouyue.server.work.Outcome.Measure;
import org.shouyue.server.work.Outcome.Unable;
import org.shouyue.server.work.ProbeSteps;
import org.shouyue.server.work.Requirements;
import org.shouyue.server.work.RunContext;
import org.springframework.stereotype.Component;

/// Whether a site opens for visitors.
@Component
class SiteAvailability implements Capability {
  private static final ProbeSteps STEPS =
      new ProbeSteps(Duration.ofMinutes(5), Duration.ofMinutes(1));

  private final SiteTrust trust;
  private final SiteProofs proofs;

  SiteAvailability(SiteTrust trust, SiteProofs proofs) {
    this.trust = trust;
    this.proofs = proofs;
  }

  @Override
  public org.shouyue.contract.Capability code() {
    return org.shouyue.contract.Capability.SITE_AVAILABILITY;
  }

  @Override
  public Name name() {
    return new Name("网站可用性监测", "site availability");
  }

  @Override
  public Requirements requires() {
    return new Requirements(Set.of(Method.OBSERVE), Set.of("site"));
  }

  @Override
  public ProbeSteps steps() {
    return STEPS;
  }

  @Override
  public Outcome run(RunContext context) {
    URI url = URI.create(context.asset().address());
    context.say("打开 " + url);
    SiteObservation seen =
        new AvailabilityCheck(context.broker(), context.clock())
            .run(
                context.purpose(Method.OBSERVE),
                AvailabilityRequest.of(url).trusting(trust.anchors()));
    return switch (seen.availability()) {
      case Availability.Up _ -> completed(context, seen, true, "正常");
      case Availability.Down down ->
          completed(context, seen, false, down.reason().code() + " " + down.detail());
      case Availability.NotPermitted refused -> SiteProofs.refused(refused.refusal());
      case Availability.Unknown unknown -> new Unable("本方网络无法判断：" + unknown.detail());
    };
  }

  /// What is wrong with the certificate is another capability's finding.
  private Completed completed(RunContext context, SiteObservation seen, boolean up, String note) {
    context.say(note + "，用时 " + seen.took().toMillis() + " ms");
    List<Found> found =
        seen.findings().stream()
            .filter(finding -> finding.code().startsWith("site."))
            .map(SiteProofs::found)
            .toList();
    return new Completed(
        List.of(proofs.of("site-availability.json", seen.facts())),
        found,
        new Measure(up, Math.toIntExact(Math.min(seen.took().toMillis(), 3_600_000)), note),
        null);
  }
}
