package org.shouyue.server.sites;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouyue.engine.site.CertificateCheck;
import org.shouyue.engine.site.CertificateObservation;
import org.shouyue.engine.site.CertificateOutcome;
import org.shouyue.engine.site.CertificateRequest;
import org.shouyue.scope.Method;
import org.shouyue.server.work.Capability;
import org.shouyue.server.work.Found;
import org.shouyue.server.work.Outcome;
import org.shouyue.server.work.Outcome.Completed;
import org.shouyue.server.work.Outcome.Unable;
import org.shouyue.server.work.ProbeSteps;
import org.shouyue.server.work.Requirements;
import org.shouyue.server.work.RunContext;
import org.shouyue.server.work.Severity;
import org.springframework.stereotype.Component;

/// Whether a site's certificate is valid and will stay so.
@Component
class SiteCertificate implements Capability {
  private static final int HTTPS = 443;
  private static final ProbeSteps STEPS = new ProbeSteps(Duration.ofDays(1), Duration.ofHours(6));

  private final SiteTrust trust;
  private final SiteProofs proofs;

  SiteCertificate(SiteTrust trust, SiteProofs proofs) {
    this.trust = trust;
    this.proofs = proofs;
  }

  @Override
  public org.shouyue.contract.Capability code() {
    return org.shouyue.contract.Capability.CERTIFICATE;
  }

  @Override
  public Name name() {
    return new Name("HTTPS 证书检查", "TLS certificate");
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
    if (!"https".equals(url.getScheme())) {
      return withoutTls(url);
    }
    int port = url.getPort() < 0 ? HTTPS : url.getPort();
    context.say("与 %s:%d 握手".formatted(url.getHost(), port));
    CertificateOutcome outcome =
        new CertificateCheck(context.broker(), context.clock())
            .run(
                context.purpose(Method.OBSERVE),
                CertificateRequest.of(url.getHost(), port).trusting(trust.anchors()));
    return switch (outcome) {
      case CertificateOutcome.Seen(CertificateObservation seen) ->
          Completed.of(
              List.of(proofs.of("certificate.json", seen.facts())),
              seen.findings().stream().map(SiteProofs::found).toList());
      case CertificateOutcome.NotPermitted(var refusal) -> SiteProofs.refused(refusal);
      case CertificateOutcome.Unknown(String detail) -> new Unable("没有看到证书：" + detail);
    };
  }

  private Completed withoutTls(URI url) {
    return Completed.of(
        List.of(proofs.of("certificate.json", Map.of("url", url.toString(), "tls", false))),
        List.of(
            new Found(
                "tls.absent",
                url.getAuthority(),
                Severity.MEDIUM,
                url.getAuthority() + " 未启用 HTTPS",
                "台账中的地址 " + url + " 不加密，没有证书可查",
                "部署证书并把台账地址改为 https")));
  }
}
