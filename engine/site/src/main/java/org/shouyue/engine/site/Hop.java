package org.shouyue.engine.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request and its answer on the way to the page.
///
/// @param address the address and port that answered
/// @param head status line and headers as received, decoded as ISO 8859-1
/// @param bodyBytes octets of the body as sent (still compressed, chunks joined)
/// @param bodySha256 over those octets
/// @param truncated whether the body was longer than what was read
/// @param tls what was negotiated, or null for plain HTTP
public record Hop(
    String url,
    String address,
    int status,
    @Nullable String location,
    String head,
    int bodyBytes,
    String bodySha256,
    boolean truncated,
    @Nullable TlsSeen tls,
    Timings timings) {

  /// What a TLS handshake showed.
  ///
  /// @param leafSha256 of the server's own certificate
  public record TlsSeen(
      String protocol, String cipher, String leafSha256, List<CertificateFault> faults) {
    public TlsSeen {
      faults = List.copyOf(faults);
    }
  }
}
