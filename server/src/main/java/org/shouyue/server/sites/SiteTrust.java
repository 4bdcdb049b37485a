package org.shouyue.server.sites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.engine.site.TrustAnchors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whom site certificates are judged by: the platform's authorities, or those of a PEM file
/// (`shouyue.trust`, for clients with an authority of their own).
@Component
class SiteTrust {
  private final TrustAnchors anchors;

  SiteTrust(@Value("${shouyue.trust:#{null}}") @Nullable Path file) {
    this.anchors = file == null ? TrustAnchors.ofPlatform() : TrustAnchors.of(read(file));
  }

  TrustAnchors anchors() {
    return anchors;
  }

  private static List<X509Certificate> read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the authorities in " + file, e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + " holds no certificates in PEM", e);
    }
  }
}
