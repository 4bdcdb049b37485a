package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where browsers reach this server: as configured, never as a request's header says, which anybody
/// can write. Without configuration the server listens on loopback, and is `localhost`.
@Component
final class PublicAddress {
  private final @Nullable URI configured;

  PublicAddress(SignInSettings settings) {
    this.configured = settings.publicUrl();
    if (configured != null && (configured.getHost() == null || configured.getScheme() == null)) {
      throw new IllegalStateException(
          "shouyue.public-url must be an address as https://shouyue.example.cn, not " + configured);
    }
  }

  /// Scheme, host and port, as in `https://shouyue.example.cn`.
  String origin(HttpServletRequest request) {
    if (configured == null) {
      return "http://localhost:" + request.getLocalPort();
    }
    String port = configured.getPort() < 0 ? "" : ":" + configured.getPort();
    return configured.getScheme() + "://" + configured.getHost() + port;
  }

  /// The host alone.
  String host() {
    return configured == null ? "localhost" : configured.getHost();
  }
}
