package org.shouyue.server.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows a certificate up to an authority that is trusted (RFC 5280 section 6), and asks the
/// lists of revoked certificates on the way.
final class ChainCheck {
  private final Trust trust;
  private final Instant at;

  /// @param at when the signature came in
  ChainCheck(Trust trust, Instant at) {
    this.trust = trust;
    this.at = at;
  }

  /// @param sent the certificates that came with the signature
  List<SignatureCheck> of(X509Certificate signer, Collection<X509Certificate> sent) {
    if (trust.anchors().isEmpty()) {
      return List.of(
          SignatureCheck.open("chain", "安全管理员尚未配置受信任的证书颁发机构，无法判断证书是否可信"),
          SignatureCheck.open("revocation", "未核对吊销列表"));
    }
    try {
      return followed(path(signer, sent));
    } catch (CertPathBuilderException broken) {
      return List.of(notFollowed(signer, sent), SignatureCheck.open("revocation", "未核对吊销列表"));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("Bouncy Castle builds certificate paths", unusable);
    }
  }

  private List<SignatureCheck> followed(List<X509Certificate> path) {
    return List.of(
        SignatureCheck.good(
            "chain", "证书由受信任的机构签发：" + Certificates.said(path.getLast().getSubjectX500Principal())),
        revocation(path));
  }

  /// The signer's certificate first, the trusted authority's last.
  private List<X509Certificate> path(X509Certificate signer, Collection<X509Certificate> sent)
      throws GeneralSecurityException {
    Set<TrustAnchor> anchors =
        trust.anchors().stream()
            .map(anchor -> new TrustAnchor(anchor, null))
            .collect(Collectors.toSet());
    X509CertSelector wanted = new X509CertSelector();
    wanted.setCertificate(signer);
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
    List<X509Certificate> known = new ArrayList<>(sent);
    known.add(signer);
    parameters.addCertStore(
        CertStore.getInstance(
            "Collection", new CollectionCertStoreParameters(known), Certificates.PROVIDER));
    parameters.setRevocationEnabled(false);
    parameters.setDate(within(signer));
    var built =
        (PKIXCertPathBuilderResult)
            CertPathBuilder.getInstance("PKIX", Certificates.PROVIDER).build(parameters);
    List<X509Certificate> path = new ArrayList<>();
    for (Certificate one : built.getCertPath().getCertificates()) {
      path.add((X509Certificate) one);
    }
    X509Certificate anchor = built.getTrustAnchor().getTrustedCert();
    if (!path.getLast().equals(anchor)) {
      path.add(anchor);
    }
    return path;
  }

  /// Whether the certificate had expired is a question of its own.
  private Date within(X509Certificate signer) {
    Instant from = signer.getNotBefore().toInstant();
    Instant until = signer.getNotAfter().toInstant();
    if (at.isAfter(until)) {
      return Date.from(until);
    }
    return Date.from(at.isBefore(from) ? from : at);
  }

  /// One that calls itself by the name of a trusted authority and is not signed by it is forged;
  /// one of an authority that nobody knows may be good.
  private SignatureCheck notFollowed(X509Certificate signer, Collection<X509Certificate> sent) {
    List<X509Certificate> all = new ArrayList<>(sent);
    all.add(signer);
    boolean claims =
        all.stream()
            .anyMatch(one ->
                trust.anchors().stream()
                    .anyMatch(anchor ->
                        anchor.getSubjectX500Principal().equals(one.getIssuerX500Principal())));
    return claims
        ? SignatureCheck.bad("chain", "证书声称由受信任的机构签发，但签发签名不符、机构证书已过期或证书链不合规")
        : SignatureCheck.open(
            "chain", "签发机构不在受信任的机构之列：" + Certificates.said(signer.getIssuerX500Principal()));
  }

  /// A list that is out of date still tells whom it revoked, yet clears nobody.
  private SignatureCheck revocation(List<X509Certificate> path) {
    List<String> unknown = new ArrayList<>();
    for (int n = 0; n + 1 < path.size(); n++) {
      X509Certificate one = path.get(n);
      X509CRL list = list(path.get(n + 1));
      X509CRLEntry entry = list == null ? null : list.getRevokedCertificate(one.getSerialNumber());
      if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
        return SignatureCheck.bad(
            "revocation", "证书已于 " + entry.getRevocationDate().toInstant() + " 被吊销");
      }
      if (list == null || !isCurrent(list)) {
        unknown.add(Certificates.said(one.getIssuerX500Principal()));
      }
    }
    return unknown.isEmpty()
        ? SignatureCheck.good("revocation", "不在吊销列表中")
        : SignatureCheck.open("revocation", "没有有效的吊销列表，未能核对是否被吊销：" + String.join("；", unknown));
  }

  private @Nullable X509CRL list(X509Certificate issuer) {
    return trust.revocations().stream()
        .filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
        .filter(list -> isSignedBy(list, issuer))
        .findFirst()
        .orElse(null);
  }

  private boolean isCurrent(X509CRL list) {
    return list.getNextUpdate() == null || !list.getNextUpdate().toInstant().isBefore(at);
  }

  private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
    try {
      list.verify(issuer.getPublicKey(), Certificates.PROVIDER);
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
