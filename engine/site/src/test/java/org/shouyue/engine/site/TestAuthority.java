package org.shouyue.engine.site;

import static org.shouyue.engine.site.Given.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for tests, with certificates as good or bad as wanted.
final class TestAuthority {
  /// Making RSA keys is slow; that sites share theirs matters to no test.
  private static final KeyPair SITE_KEYS = rsa(2048);

  private static final char[] PASSWORD = "test".toCharArray();

  final X509Certificate certificate;
  private final KeyPair keys;
  private final List<X509Certificate> above;

  private TestAuthority(X509Certificate certificate, KeyPair keys, List<X509Certificate> above) {
    this.certificate = certificate;
    this.keys = keys;
    this.above = above;
  }

  static TestAuthority root(String name) {
    KeyPair keys = ec();
    X509Certificate self =
        issue(new Wanted(name, "", Duration.ofDays(3650), keys), principal(name), keys, true);
    return new TestAuthority(self, keys, List.of());
  }

  TestAuthority intermediate(String name, Duration left) {
    KeyPair own = ec();
    Wanted wanted = new Wanted(name, "", left, own);
    X509Certificate signed = issue(wanted, certificate.getSubjectX500Principal(), keys, true);
    return new TestAuthority(
        signed, own, Stream.concat(Stream.of(signed), above.stream()).toList());
  }

  /// @param names `DNS` names or addresses, comma-separated
  /// @param left from now until the certificate's end; negative when it has expired
  record Wanted(String subject, String names, Duration left, KeyPair keys, String hash) {
    Wanted(String subject, String names, Duration left, KeyPair keys) {
      this(subject, names, left, keys, "SHA256");
    }
  }

  static Wanted site(String names, Duration left) {
    return new Wanted("site", names, left, SITE_KEYS);
  }

  /// A server context that shows this certificate and the intermediates above it.
  SSLContext server(Wanted wanted) {
    X509Certificate leaf = issue(wanted, certificate.getSubjectX500Principal(), keys, false);
    List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
    chain.addAll(above);
    return context(wanted.keys(), chain);
  }

  /// The same without the intermediates.
  SSLContext serverAlone(Wanted wanted) {
    return context(
        wanted.keys(), List.of(issue(wanted, certificate.getSubjectX500Principal(), keys, false)));
  }

  static SSLContext selfSigned(Wanted wanted) {
    return context(
        wanted.keys(), List.of(issue(wanted, principal(wanted.subject()), wanted.keys(), false)));
  }

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair ec() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(Wanted wanted, KeyPair issuer) {
    return wanted.hash()
        + (issuer.getPublic().getAlgorithm().equals("EC") ? "withECDSA" : "withRSA");
  }

  private static X500Principal principal(String name) {
    return new X500Principal("CN=" + name);
  }

  private static X509Certificate issue(
      Wanted wanted, X500Principal issuer, KeyPair issuerKeys, boolean authority) {
    Instant until = NOW.plus(wanted.left());
    Instant from = until.isBefore(NOW) ? until.minus(Duration.ofDays(90)) : NOW.minusSeconds(60);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(64, new java.util.Random(wanted.hashCode())).add(BigInteger.ONE),
            Date.from(from),
            Date.from(until),
            principal(wanted.subject()),
            wanted.keys().getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!wanted.names().isEmpty()) {
        builder.addExtension(Extension.subjectAlternativeName, false, names(wanted.names()));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder(signature(wanted, issuerKeys))
                      .build(issuerKeys.getPrivate())));
    } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralNames names(String commaSeparated) {
    return new GeneralNames(
        Stream.of(commaSeparated.split(","))
            .map(name ->
                new GeneralName(
                    name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
            .toArray(GeneralName[]::new));
  }

  private static SSLContext context(KeyPair keys, List<X509Certificate> chain) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      store.setKeyEntry("site", keys.getPrivate(), PASSWORD, chain.toArray(X509Certificate[]::new));
      KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
      factory.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
