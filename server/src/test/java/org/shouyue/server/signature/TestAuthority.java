package org.shouyue.server.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority that gives certificates to people, as the national ones do.
final class TestAuthority {

  /// Which keys it and its people have.
  enum Keys {
    RSA("RSA", "SHA256withRSA"),
    EC("EC", "SHA256withECDSA"),
    SM2("EC", "SM3withSM2");

    private final String family;
    final String signature;

    Keys(String family, String signature) {
      this.family = family;
      this.signature = signature;
    }

    KeyPair make() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(family, Certificates.PROVIDER);
      switch (this) {
        case RSA -> generator.initialize(2048);
        case EC -> generator.initialize(new ECGenParameterSpec("P-256"));
        case SM2 -> generator.initialize(new ECGenParameterSpec("sm2p256v1"));
      }
      return generator.generateKeyPair();
    }
  }

  /// Somebody with a certificate.
  record Person(X509Certificate certificate, PrivateKey key) {}

  private final Keys keys;
  private final KeyPair pair;
  private final X500Name name;
  private final X509Certificate root;
  private int serial = 1;

  TestAuthority(Keys keys, String name) {
    try {
      this.keys = keys;
      this.pair = keys.make();
      this.name = new X500Name("CN=" + name + ",O=测试,C=CN");
      this.root =
          certificate(
              this.name, pair, new Wanted(true, -1, 3650, KeyUsage.keyCertSign | KeyUsage.cRLSign));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  X509Certificate root() {
    return root;
  }

  Person person(String who) {
    return person(who, -1, 365, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
  }

  Person person(String who, int fromDays, int untilDays, int usage) {
    try {
      KeyPair own = keys.make();
      return new Person(
          certificate(
              new X500Name("CN=" + who + ",O=测试,C=CN"),
              own,
              new Wanted(false, fromDays, untilDays, usage)),
          own.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Wanted(boolean authority, int fromDays, int untilDays, int usage) {}

  private X509Certificate certificate(X500Name subject, KeyPair own, Wanted wanted)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(serial++),
            day(wanted.fromDays()),
            day(wanted.untilDays()),
            subject,
            own.getPublic());
    builder.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(wanted.authority()));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.usage()));
    return new JcaX509CertificateConverter()
        .setProvider(Certificates.PROVIDER)
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(keys.signature)
                    .setProvider(Certificates.PROVIDER)
                    .build(pair.getPrivate())));
  }

  /// The list of those whom it trusts no more.
  ///
  /// @param untilDays when the next list is due, from now
  X509CRL revoked(int untilDays, X509Certificate... certificates) {
    try {
      var builder = new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), day(-30));
      builder.setNextUpdate(day(untilDays));
      for (X509Certificate one : certificates) {
        builder.addCRLEntry(one.getSerialNumber(), day(-1), CRLReason.keyCompromise);
      }
      return new JcaX509CRLConverter()
          .setProvider(Certificates.PROVIDER)
          .getCRL(
              builder.build(
                  new JcaContentSignerBuilder(keys.signature)
                      .setProvider(Certificates.PROVIDER)
                      .build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A detached signature.
  byte[] signed(Person person, byte[] content) {
    return signed(person, new CMSProcessableByteArray(content), false);
  }

  /// A signature, with what was signed inside or without.
  byte[] signed(Person person, CMSTypedData content, boolean inside) {
    try {
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setProvider(Certificates.PROVIDER)
              .build(keys.signature, person.key(), person.certificate()));
      generator.addCertificates(new JcaCertStore(List.of(person.certificate())));
      return generator.generate(content, inside).getEncoded();
    } catch (GeneralSecurityException | CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static Date day(int days) {
    return Date.from(Instant.now().plus(Duration.ofDays(days)));
  }
}
