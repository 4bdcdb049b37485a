package org.shouyue.engine.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouyue.scope.Message;

/// What one look at a site showed.
///
/// @param at on the injected clock, when the look began
/// @param hops the requests that were answered, the first one first; empty when none was
/// @param body of the last answer as sent, for keeping as evidence; empty when there was none
/// @param took from the first question to the last octet, all hops together
public record SiteObservation(
    Instant at, URI url, Availability availability, List<Hop> hops, Octets body, Duration took) {
  public SiteObservation {
    hops = List.copyOf(hops);
  }

  /// What is wrong, as findings: empty unless something was seen that is.
  public List<SiteFinding> findings() {
    return switch (availability) {
      case Availability.Up up ->
          up.certificateFaults().stream().map(fault -> certificate(fault, last().url())).toList();
      case Availability.Down down -> List.of(down(down));
      case Availability.NotPermitted _, Availability.Unknown _ -> List.of();
    };
  }

  private Hop last() {
    return hops.getLast();
  }

  private SiteFinding down(Availability.Down down) {
    Availability.Reason reason = down.reason();
    boolean content = reason == Availability.Reason.CONTENT;
    return new SiteFinding(
        content ? "site.content" : "site.down",
        url.toString(),
        Severity.CRITICAL,
        new Message(
            "网站" + (content ? "内容异常：" : "无法访问：") + reason.zh() + "（" + down.detail() + "）",
            "the site is "
                + (content ? "not itself" : "down")
                + ": "
                + reason.en()
                + " ("
                + down.detail()
                + ")"),
        new Message(
            "检查站点服务、解析与网络，恢复后复测", "check the service, its name and its network, then retest"),
        List.of(url.toString()));
  }

  private SiteFinding certificate(CertificateFault fault, String where) {
    return CertificateFindings.of(fault, URI.create(where).getRawAuthority());
  }

  /// The observation as plain JSON values: strings, numbers, booleans, lists and maps in a fixed
  /// order. Durations are milliseconds. Holds no body; its digest is in the last hop.
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", "site-availability/1");
    facts.put("at", at.toString());
    facts.put("url", url.toString());
    switch (availability) {
      case Availability.Up up -> {
        facts.put("outcome", "up");
        facts.put("certificateFaults", codes(up.certificateFaults()));
      }
      case Availability.Down down -> {
        facts.put("outcome", "down");
        facts.put("reason", down.reason().code());
        facts.put("detail", down.detail());
      }
      case Availability.NotPermitted refused -> {
        facts.put("outcome", "not-permitted");
        facts.put("reason", refused.refusal().code().code());
        facts.put("detail", refused.refusal().message().en());
      }
      case Availability.Unknown unknown -> {
        facts.put("outcome", "unknown");
        facts.put("detail", unknown.detail());
      }
    }
    facts.put("tookMillis", took.toMillis());
    List<Object> seen = new ArrayList<>();
    hops.forEach(hop -> seen.add(facts(hop)));
    facts.put("hops", seen);
    return facts;
  }

  private static Map<String, Object> facts(Hop hop) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("url", hop.url());
    facts.put("address", hop.address());
    facts.put("status", hop.status());
    if (hop.location() != null) {
      facts.put("location", hop.location());
    }
    facts.put("head", hop.head());
    facts.put("bodyBytes", hop.bodyBytes());
    facts.put("bodySha256", hop.bodySha256());
    facts.put("bodyTruncated", hop.truncated());
    Hop.TlsSeen tls = hop.tls();
    if (tls != null) {
      facts.put("tlsProtocol", tls.protocol());
      facts.put("tlsCipher", tls.cipher());
      facts.put("certificateSha256", tls.leafSha256());
      facts.put("certificateFaults", codes(tls.faults()));
    }
    Timings timings = hop.timings();
    facts.put("lookupMillis", timings.lookup().toMillis());
    facts.put("connectMillis", timings.connect().toMillis());
    facts.put("tlsMillis", timings.tls().toMillis());
    facts.put("firstByteMillis", timings.firstByte().toMillis());
    facts.put("totalMillis", timings.total().toMillis());
    return facts;
  }

  private static List<Object> codes(List<CertificateFault> faults) {
    return List.copyOf(faults.stream().map(CertificateFault::code).toList());
  }
}
