package org.shouyue.server.signature;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;

/// Looks at a signature in the Cryptographic Message Syntax (RFC 5652; the same as PKCS#7, and as
/// GM/T 0010 has it for SM2): whether it was made over exactly these bytes, by whose certificate,
/// and whether that certificate could be used for it then. Pure.
final class CmsCheck {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final int SHORTEST_RSA_BITS = 2048;
  private static final Set<String> BROKEN = Set.of("MD2", "MD4", "MD5", "SHA1", "SHA-1");

  private final Trust trust;
  private final Instant at;

  /// @param at when the signature came in, by a clock of ours: what it says of itself proves
  ///   nothing
  CmsCheck(Trust trust, Instant at) {
    this.trust = trust;
    this.at = at;
  }

  /// Who is to have signed.
  ///
  /// @param registered fingerprints of the certificates that the person registered; empty for none
  record Expected(String person, Set<String> registered) {}

  /// @param signature in DER or PEM, detached or with the content inside
  /// @throws Problem 400 when it is no such signature of one person with the certificate in it
  SignatureVerdict of(byte[] content, byte[] signature, Expected expected) {
    CMSSignedData cms = read(content, signature);
    SignerInformation signer = single(cms);
    List<X509Certificate> sent = certificates(cms);
    X509Certificate certificate =
        sent.stream()
            .filter(one -> signer.getSID().match(holder(one)))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("file", "签名中没有签署人的证书；请在签名时附上证书"));
    List<SignatureCheck> checks = new ArrayList<>();
    checks.add(document(cms, signer, certificate, content));
    if (Boolean.TRUE.equals(checks.getFirst().ok())) {
      checks.add(SignatureCheck.good("signature", "签名与证书的公钥相符"));
    } else if (checks.getFirst().code().equals("document")) {
      checks.add(SignatureCheck.open("signature", "文件不符，未再核对签名"));
    }
    checks.add(algorithm(signer, certificate));
    checks.add(validity(certificate));
    checks.add(usage(certificate));
    checks.addAll(new ChainCheck(trust, at).of(certificate, sent));
    checks.add(person(certificate, expected));
    registered(certificate, expected, checks);
    return new SignatureVerdict(
        SignatureVerdict.State.of(checks),
        Certificates.said(certificate.getSubjectX500Principal()),
        Certificates.said(certificate.getIssuerX500Principal()),
        certificate.getSerialNumber().toString(16),
        Certificates.fingerprint(certificate),
        name(signer, certificate),
        claimed(signer),
        checks);
  }

  private static CMSSignedData read(byte[] content, byte[] signature) {
    byte[] der = PemText.der(signature);
    try {
      CMSSignedData whole = new CMSSignedData(der);
      return whole.getSignedContent() == null
          ? new CMSSignedData(new CMSProcessableByteArray(content), der)
          : whole;
    } catch (CMSException | IllegalArgumentException | ClassCastException _) {
      throw Problem.invalid("file", "不是 CMS/PKCS#7 签名文件（.p7s，DER 或 PEM）");
    }
  }

  private static SignerInformation single(CMSSignedData cms) {
    Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw Problem.invalid("file", "签名文件中应恰有一个签署人，现有 " + signers.size() + " 个");
    }
    return signers.iterator().next();
  }

  private static List<X509Certificate> certificates(CMSSignedData cms) {
    var converter = new JcaX509CertificateConverter().setProvider(Certificates.PROVIDER);
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (X509CertificateHolder one : cms.getCertificates().getMatches(null)) {
        found.add(converter.getCertificate(one));
      }
    } catch (CertificateException _) {
      throw Problem.invalid("file", "签名文件中的证书无法读取");
    }
    return found;
  }

  private static X509CertificateHolder holder(X509Certificate certificate) {
    try {
      return new X509CertificateHolder(certificate.getEncoded());
    } catch (CertificateException | IOException impossible) {
      throw new IllegalStateException("a certificate that was read can be written", impossible);
    }
  }

  private static SignatureCheck document(
      CMSSignedData cms, SignerInformation signer, X509Certificate certificate, byte[] content) {
    Object inside = cms.getSignedContent() == null ? null : cms.getSignedContent().getContent();
    if (!(inside instanceof byte[] bytes) || !Arrays.equals(bytes, content)) {
      return SignatureCheck.bad("document", "签的不是这份文件：签名中所含的内容与之不同");
    }
    try {
      boolean good =
          signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(Certificates.PROVIDER)
                  .build(certificate.getPublicKey()));
      return good
          ? SignatureCheck.good("document", "签的正是这份文件，一字未改")
          : SignatureCheck.bad("signature", "签名与证书的公钥不符，或文件已被改动");
    } catch (CMSSignerDigestMismatchException _) {
      return SignatureCheck.bad("document", "签的不是这份文件：摘要不符");
    } catch (CMSException | OperatorCreationException | IllegalArgumentException unusable) {
      return SignatureCheck.bad("signature", "签名无法验证：" + unusable.getMessage());
    }
  }

  private static SignatureCheck algorithm(SignerInformation signer, X509Certificate certificate) {
    String digest =
        new DefaultAlgorithmNameFinder().getAlgorithmName(signer.getDigestAlgorithmID());
    if (BROKEN.contains(digest)) {
      return SignatureCheck.bad("algorithm", "摘要算法 " + digest + " 已不安全，请改用 SHA-256 或 SM3");
    }
    if (certificate.getPublicKey() instanceof RSAPublicKey key
        && key.getModulus().bitLength() < SHORTEST_RSA_BITS) {
      return SignatureCheck.bad(
          "algorithm", "RSA 密钥只有 " + key.getModulus().bitLength() + " 位，至少应为 2048 位");
    }
    return SignatureCheck.good("algorithm", name(signer, certificate));
  }

  private static String name(SignerInformation signer, X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    ASN1Encodable curve =
        SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm().getParameters();
    return digest(signer)
        + " / "
        + (GMObjectIdentifiers.sm2p256v1.equals(curve) ? "SM2" : key.getAlgorithm());
  }

  private static String digest(SignerInformation signer) {
    AlgorithmIdentifier digest = signer.getDigestAlgorithmID();
    return GMObjectIdentifiers.sm3.equals(digest.getAlgorithm())
        ? "SM3"
        : new DefaultAlgorithmNameFinder().getAlgorithmName(digest);
  }

  private SignatureCheck validity(X509Certificate certificate) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (at.isAfter(until)) {
      return SignatureCheck.bad("validity", "证书已于 " + until + " 过期");
    }
    return at.isBefore(from)
        ? SignatureCheck.bad("validity", "证书自 " + from + " 起才有效")
        : SignatureCheck.good("validity", "签署时证书在有效期内（至 " + until + "）");
  }

  /// A certificate that says what it is for must say that it is for signing; one of an authority
  /// signs certificates, not documents.
  private static SignatureCheck usage(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (certificate.getBasicConstraints() >= 0) {
      return SignatureCheck.bad("key-usage", "这是颁发机构的证书，不能用于签署文件");
    }
    return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION]
        ? SignatureCheck.good("key-usage", "证书用途包含数字签名")
        : SignatureCheck.bad("key-usage", "证书用途不含数字签名（可能选了加密证书）");
  }

  private static SignatureCheck person(X509Certificate certificate, Expected expected) {
    return Certificates.isOf(certificate, expected.person())
        ? SignatureCheck.good("person", "证书属于签署人 " + expected.person())
        : SignatureCheck.bad(
            "person",
            "证书属于 %s，不是签署人 %s"
                .formatted(
                    String.join("、", Certificates.names(certificate).stream().limit(1).toList()),
                    expected.person()));
  }

  private static void registered(
      X509Certificate certificate, Expected expected, List<SignatureCheck> checks) {
    if (!expected.registered().isEmpty()) {
      checks.add(
          expected.registered().contains(Certificates.fingerprint(certificate))
              ? SignatureCheck.good("registered", "是签署人登记的证书")
              : SignatureCheck.bad("registered", "不是签署人登记的证书"));
    }
  }

  private static @Nullable Instant claimed(SignerInformation signer) {
    AttributeTable signed = signer.getSignedAttributes();
    Attribute attribute = signed == null ? null : signed.get(CMSAttributes.signingTime);
    return attribute == null
        ? null
        : Time.getInstance(attribute.getAttrValues().getObjectAt(0))
            .getDate()
            .toInstant()
            .truncatedTo(ChronoUnit.SECONDS);
  }
}
