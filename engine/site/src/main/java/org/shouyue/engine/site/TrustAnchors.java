package org.shouyue.engine.site;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// The certificate authorities that a chain must end at.
public final class TrustAnchors {
  private final Set<TrustAnchor> anchors;

  private TrustAnchors(Set<TrustAnchor> anchors) {
    this.anchors = anchors;
  }

  /// Those that the Java platform ships or was configured with.
  public static TrustAnchors ofPlatform() {
    return new TrustAnchors(Platform.ANCHORS);
  }

  /// These alone, for sites of a private authority.
  public static TrustAnchors of(Collection<X509Certificate> authorities) {
    Set<TrustAnchor> anchors = new HashSet<>();
    authorities.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
    return new TrustAnchors(Set.copyOf(anchors));
  }

  Set<TrustAnchor> anchors() {
    return anchors;
  }

  /// Read once, when first asked for.
  private static final class Platform {
    static final Set<TrustAnchor> ANCHORS = load();

    private static Set<TrustAnchor> load() {
      Set<TrustAnchor> anchors = new HashSet<>();
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
          if (manager instanceof X509TrustManager x509) {
            for (X509Certificate authority : x509.getAcceptedIssuers()) {
              anchors.add(new TrustAnchor(authority, null));
            }
          }
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the platform's trust store cannot be read", e);
      }
      return Set.copyOf(anchors);
    }
  }
}
