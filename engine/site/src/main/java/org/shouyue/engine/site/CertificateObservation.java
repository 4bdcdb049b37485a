package org.shouyue.engine.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Message;

/// What one look at a TLS service showed.
///
/// @param at on the injected clock; dates are judged as of then
/// @param host ASCII name or literal address
/// @param protocol negotiated with a current client, or null when the handshake failed
/// @param failure why it failed, or null
/// @param chain the server's own certificate first; empty when it showed none
/// @param oldProtocols the answer for each version that was asked for
public record CertificateObservation(
    Instant at,
    CertificateRequest request,
    String host,
    @Nullable String protocol,
    @Nullable String failure,
    List<CertificateSeen> chain,
    Set<CertificateFault> faults,
    Map<OldProtocol, OldProtocol.Answer> oldProtocols) {
  public CertificateObservation {
    chain = List.copyOf(chain);
    faults = Set.copyOf(faults);
    Map<OldProtocol, OldProtocol.Answer> sorted = new EnumMap<>(OldProtocol.class);
    sorted.putAll(oldProtocols);
    oldProtocols = java.util.Collections.unmodifiableMap(sorted);
  }

  /// How long the server's own certificate is still valid, negative when it has expired; null when
  /// it showed none.
  public @Nullable Duration timeLeft() {
    return chain.isEmpty() ? null : Duration.between(at, chain.getFirst().notAfter());
  }

  /// What is wrong, as findings.
  public List<SiteFinding> findings() {
    List<SiteFinding> findings = new ArrayList<>();
    for (CertificateFault fault : CertificateFault.values()) {
      if (faults.contains(fault)) {
        findings.add(CertificateFindings.of(fault, authority()));
      }
    }
    addExpiring(findings);
    if (failure != null) {
      findings.add(handshakeFailed(failure));
    }
    oldProtocols.forEach((protocol, answer) -> {
      if (answer == OldProtocol.Answer.OFFERED) {
        findings.add(offers(protocol));
      }
    });
    return findings;
  }

  private String authority() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return CertificateFindings.plain(shown + ":" + request.port());
  }

  private void addExpiring(List<SiteFinding> findings) {
    Duration left = timeLeft();
    if (left == null || left.isNegative() || left.compareTo(request.warnWithin()) > 0) {
      return;
    }
    long days = left.toDays();
    boolean urgent = left.compareTo(request.urgentWithin()) <= 0;
    findings.add(
        new SiteFinding(
            "tls.certificate-expiring",
            authority(),
            urgent ? Severity.HIGH : Severity.MEDIUM,
            new Message(
                "证书还有 " + days + " 天到期（" + chain.getFirst().notAfter() + "）",
                "the certificate ends in " + days + " days, on " + chain.getFirst().notAfter()),
            new Message("尽快更换新证书", "renew the certificate now"),
            List.of(authority())));
  }

  private SiteFinding handshakeFailed(String why) {
    return new SiteFinding(
        "tls.handshake-failed",
        authority(),
        Severity.HIGH,
        new Message("TLS 1.2/1.3 握手失败：" + why, "no TLS 1.2 or 1.3 handshake: " + why),
        new Message("启用 TLS 1.2 及以上版本与强密码套件", "offer TLS 1.2 or later with strong cipher suites"),
        List.of(authority()));
  }

  private SiteFinding offers(OldProtocol protocol) {
    return new SiteFinding(
        "tls.old-protocol",
        authority(),
        Severity.MEDIUM,
        new Message("仍支持过时协议 " + protocol.written(), "still offers " + protocol.written()),
        new Message("停用 TLS 1.1 及更早版本", "turn off TLS 1.1 and older"),
        List.of(authority(), protocol.written()));
  }

  /// The observation as plain JSON values, in a fixed order.
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", "tls-certificate/1");
    facts.put("at", at.toString());
    facts.put("host", host);
    facts.put("port", request.port());
    if (protocol != null) {
      facts.put("protocol", protocol);
    }
    if (failure != null) {
      facts.put("handshakeFailure", failure);
    }
    Duration left = timeLeft();
    if (left != null) {
      facts.put("daysLeft", left.toDays());
    }
    facts.put("faults", faults.stream().sorted().map(CertificateFault::code).toList());
    Map<String, Object> old = new LinkedHashMap<>();
    oldProtocols.forEach((asked, answer) ->
        old.put(asked.written(), answer.name().toLowerCase(java.util.Locale.ROOT)));
    facts.put("oldProtocols", old);
    facts.put("chain", chain.stream().map(CertificateSeen::facts).toList());
    return facts;
  }
}
