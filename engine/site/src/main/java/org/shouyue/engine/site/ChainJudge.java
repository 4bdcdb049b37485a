package org.shouyue.engine.site;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/// Judges the chain that a server showed, as of a given instant, without asking the network:
/// revocation is not looked up.
final class ChainJudge {
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

  /// The least that the CA/Browser Forum's baseline requirements allow.
  private static final int MIN_RSA_BITS = 2048;

  private static final int MIN_EC_BITS = 256;

  private final TrustAnchors trust;

  ChainJudge(TrustAnchors trust) {
    this.trust = trust;
  }

  /// @param chain the server's own certificate first; not empty
  /// @param host ASCII name or literal address
  Set<CertificateFault> judge(List<X509Certificate> chain, String host, Instant now) {
    X509Certificate leaf = chain.getFirst();
    Set<CertificateFault> faults = EnumSet.noneOf(CertificateFault.class);
    if (now.isAfter(leaf.getNotAfter().toInstant())) {
      faults.add(CertificateFault.EXPIRED);
    }
    if (now.isBefore(leaf.getNotBefore().toInstant())) {
      faults.add(CertificateFault.NOT_YET_VALID);
    }
    if (!HostNames.match(leaf, host)) {
      faults.add(CertificateFault.NAME_MISMATCH);
    }
    judgePath(chain, now, faults);
    judgeStrength(chain, faults);
    return faults;
  }

  private void judgePath(List<X509Certificate> chain, Instant now, Set<CertificateFault> faults) {
    X509Certificate leaf = chain.getFirst();
    boolean anchored = trust.anchors().stream().anyMatch(a -> leaf.equals(a.getTrustedCert()));
    // A leaf outside its dates has its own fault; the rest of the chain is judged as of its last
    // day.
    if (anchored || verifies(chain, insideDatesOf(leaf, now))) {
      return;
    }
    if (isSelfSigned(leaf)) {
      faults.add(CertificateFault.SELF_SIGNED);
    } else {
      faults.add(
          leadsToAnchor(chain)
              ? CertificateFault.INVALID_CHAIN
              : CertificateFault.INCOMPLETE_CHAIN);
    }
  }

  private boolean verifies(List<X509Certificate> chain, Instant at) {
    if (trust.anchors().isEmpty()) {
      return false;
    }
    try {
      X509CertSelector leaf = new X509CertSelector();
      leaf.setCertificate(chain.getFirst());
      leaf.setExtendedKeyUsage(Set.of(SERVER_AUTHENTICATION));
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(trust.anchors(), leaf);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (java.io.IOException | GeneralSecurityException _) {
      return false;
    }
  }

  private static Instant insideDatesOf(X509Certificate leaf, Instant now) {
    Instant from = leaf.getNotBefore().toInstant();
    Instant until = leaf.getNotAfter().toInstant();
    return now.isBefore(from) ? from : now.isAfter(until) ? until : now;
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /// Whether the issuers' names lead from the leaf to an anchor; their signatures are not looked
  /// at.
  private boolean leadsToAnchor(List<X509Certificate> chain) {
    X500Principal issuer = chain.getFirst().getIssuerX500Principal();
    for (int step = 0; step <= chain.size(); step++) {
      if (isAnchor(issuer)) {
        return true;
      }
      X500Principal wanted = issuer;
      X509Certificate next =
          chain.stream()
              .filter(shown -> shown.getSubjectX500Principal().equals(wanted))
              .findFirst()
              .orElse(null);
      if (next == null) {
        return false;
      }
      issuer = next.getIssuerX500Principal();
    }
    return false;
  }

  private boolean isAnchor(X500Principal name) {
    return trust.anchors().stream()
        .map(TrustAnchor::getTrustedCert)
        .anyMatch(certificate -> certificate.getSubjectX500Principal().equals(name));
  }

  private static void judgeStrength(List<X509Certificate> chain, Set<CertificateFault> faults) {
    for (X509Certificate certificate : chain) {
      if (isWeak(certificate.getPublicKey())) {
        faults.add(CertificateFault.WEAK_KEY);
      }
      // The signature on a root is never relied on.
      String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
      boolean root =
          certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
      if (!root && algorithm.matches("(MD2|MD5|SHA1)WITH.*")) {
        faults.add(CertificateFault.WEAK_SIGNATURE);
      }
    }
  }

  private static boolean isWeak(PublicKey key) {
    return switch (key) {
      case RSAKey rsa -> rsa.getModulus().bitLength() < MIN_RSA_BITS;
      case ECKey ec -> ec.getParams().getOrder().bitLength() < MIN_EC_BITS;
      case DSAKey _ -> true;
      default -> false;
    };
  }
}
