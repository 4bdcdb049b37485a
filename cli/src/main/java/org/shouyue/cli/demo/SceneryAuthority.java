package org.shouyue.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that exists for one demo: it signs the scenery's site certificates, and
/// only the demo's own server trusts it.
final class SceneryAuthority {

  private static final X500Name NAME = new X500Name("CN=Shouyue demo authority");
  private static final char[] STORE_PASSWORD = "scenery".toCharArray();

  private final KeyPair keys = newKeys();
  private final X509Certificate certificate;

  SceneryAuthority(Instant from, Instant until) {
    certificate = certificate(new Subject(NAME, keys, true), from, until);
  }

  /// Writes the authority's own certificate as PEM, for the server's trust anchors.
  void writeTrustAnchor(Path file) {
    try {
      Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                  .encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A key and a certificate for `localhost`, valid for this long.
  KeyManager site(Instant from, Duration validity) {
    try {
      KeyPair siteKeys = newKeys();
      X509Certificate site =
          certificate(
              new Subject(new X500Name("CN=localhost"), siteKeys, false),
              from,
              from.plus(validity));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "site", siteKeys.getPrivate(), STORE_PASSWORD, new X509Certificate[] {site, certificate});
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(store, STORE_PASSWORD);
      return managers.getKeyManagers()[0];
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("this JDK cannot keep a key", unavailable);
    }
  }

  private record Subject(X500Name name, KeyPair keys, boolean authority) {}

  private X509Certificate certificate(Subject subject, Instant from, Instant until) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              NAME,
              new BigInteger(63, new SecureRandom()).add(BigInteger.ONE),
              Date.from(from),
              Date.from(until),
              subject.name,
              subject.keys.getPublic());
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(subject.authority));
      if (!subject.authority) {
        GeneralName[] names = {
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (OperatorCreationException | GeneralSecurityException unavailable) {
      throw new IllegalStateException("this JDK cannot sign certificates", unavailable);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("this JDK has no elliptic curve keys", unavailable);
    }
  }
}
