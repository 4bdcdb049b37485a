package org.shouyue.engine.site;

import java.time.Duration;

/// Which TLS service to look at and how to judge it.
///
/// @param warnWithin from how many days before its end a certificate is a finding
/// @param urgentWithin from how many days before its end that finding is severe
/// @param oldProtocols whether to ask for each of [OldProtocol], one more connection for each
public record CertificateRequest(
    String host,
    int port,
    TrustAnchors trust,
    Duration warnWithin,
    Duration urgentWithin,
    boolean oldProtocols,
    Duration limit) {
  public CertificateRequest {
    if (warnWithin.compareTo(urgentWithin) < 0 || urgentWithin.isNegative()) {
      throw new IllegalArgumentException(
          "warns " + warnWithin + " before the end, urgently " + urgentWithin);
    }
  }

  /// Warns 30 days ahead, urgently 7; asks for old protocols; 15 seconds for each connection.
  public static CertificateRequest of(String host, int port) {
    return new CertificateRequest(
        host,
        port,
        TrustAnchors.ofPlatform(),
        Duration.ofDays(30),
        Duration.ofDays(7),
        true,
        Duration.ofSeconds(15));
  }

  /// The same request, judging by these anchors.
  public CertificateRequest trusting(TrustAnchors anchors) {
    return new CertificateRequest(
        host, port, anchors, warnWithin, urgentWithin, oldProtocols, limit);
  }

  /// The same request with another limit for each connection.
  public CertificateRequest within(Duration other) {
    return new CertificateRequest(host, port, trust, warnWithin, urgentWithin, oldProtocols, other);
  }
}
