package org.shouyue.engine.site;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What matters of one certificate.
///
/// @param serial hexadecimal
/// @param key algorithm and strength: `RSA 2048`
/// @param pem the certificate itself, for keeping as evidence
public record CertificateSeen(
    String subject,
    String issuer,
    String serial,
    Instant notBefore,
    Instant notAfter,
    String key,
    String signature,
    String sha256,
    String pem) {

  static CertificateSeen of(X509Certificate certificate) {
    byte[] encoded;
    try {
      encoded = certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    }
    BigInteger serial = certificate.getSerialNumber();
    return new CertificateSeen(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        serial.toString(16),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key(certificate),
        certificate.getSigAlgName(),
        Digests.sha256(encoded),
        pem(encoded));
  }

  private static String key(X509Certificate certificate) {
    String algorithm = certificate.getPublicKey().getAlgorithm();
    return switch (certificate.getPublicKey()) {
      case RSAKey rsa -> algorithm + " " + rsa.getModulus().bitLength();
      case ECKey ec -> algorithm + " " + ec.getParams().getOrder().bitLength();
      default -> algorithm;
    };
  }

  private static String pem(byte[] encoded) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END CERTIFICATE-----\n";
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("subject", subject);
    facts.put("issuer", issuer);
    facts.put("serial", serial);
    facts.put("notBefore", notBefore.toString());
    facts.put("notAfter", notAfter.toString());
    facts.put("key", key);
    facts.put("signature", signature);
    facts.put("sha256", sha256);
    facts.put("pem", pem);
    return facts;
  }
}
