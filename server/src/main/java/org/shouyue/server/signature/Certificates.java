package org.shouyue.server.signature;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;

/// Reads X.509 certificates and lists of revoked ones, in PEM or DER, those with SM2 keys too.
final class Certificates {

  /// Knows SM2 and SM3, which Java's own providers do not.
  static final Provider PROVIDER = new BouncyCastleProvider();

  private static final int LARGEST = 2_000_000;

  private Certificates() {}

  /// The one certificate in a file.
  ///
  /// @throws Problem 400 when it holds none
  static X509Certificate certificate(String field, byte[] file) {
    try {
      return (X509Certificate) factory().generateCertificate(in(field, file));
    } catch (GeneralSecurityException | ClassCastException _) {
      throw Problem.invalid(field, "不是 X.509 证书（PEM 或 DER）");
    }
  }

  /// The list in a file.
  ///
  /// @throws Problem 400 when it holds none
  static X509CRL revocations(String field, byte[] file) {
    try {
      X509CRL list = (X509CRL) factory().generateCRL(in(field, file));
      if (list == null) {
        throw Problem.invalid(field, "不是证书吊销列表（CRL，PEM 或 DER）");
      }
      return list;
    } catch (GeneralSecurityException | ClassCastException _) {
      throw Problem.invalid(field, "不是证书吊销列表（CRL，PEM 或 DER）");
    }
  }

  private static ByteArrayInputStream in(String field, byte[] file) {
    if (file.length == 0 || file.length > LARGEST) {
      throw Problem.invalid(field, "文件为空或超过 2 MB");
    }
    return new ByteArrayInputStream(file);
  }

  private static CertificateFactory factory() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509", PROVIDER);
  }

  /// Certificates without their private key, as text.
  static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException unwritable) {
      throw new IllegalStateException("a certificate that was read can be written", unwritable);
    }
  }

  /// SHA-256 over the whole certificate, in hexadecimal.
  static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException unwritable) {
      throw new IllegalStateException("every Java has SHA-256", unwritable);
    }
  }

  /// The names that a certificate was given to: its common names, taken apart at the marks that
  /// Chinese authorities put between a name and a number (`051@张三@320…@1`).
  static List<String> names(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    List<String> names = new ArrayList<>();
    for (RDN part : subject.getRDNs(BCStyle.CN)) {
      String name = IETFUtils.valueToString(part.getFirst().getValue());
      names.add(name.strip());
      for (String piece : name.split("[@_|()（）/\\s]+", -1)) {
        if (!piece.isBlank()) {
          names.add(piece.strip());
        }
      }
    }
    return names;
  }

  /// Whether a certificate was given to this person.
  static boolean isOf(X509Certificate certificate, @Nullable String person) {
    return person != null && names(certificate).contains(person.strip());
  }

  /// A name as people read it.
  static String said(X500Principal name) {
    return X500Name.getInstance(BCStyle.INSTANCE, name.getEncoded()).toString();
  }
}
