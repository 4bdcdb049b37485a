package org.shouyue.engine.site;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Whether a certificate is for a host (RFC 9525): by its subject alternative names alone,
/// wildcards as the whole leftmost label alone.
final class HostNames {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private HostNames() {}

  /// @param host ASCII name or literal address, as the broker writes it
  static boolean match(X509Certificate certificate, String host) {
    Collection<List<?>> names = alternativeNames(certificate);
    boolean literal = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    for (List<?> name : names) {
      int kind = (Integer) name.get(0);
      String value = String.valueOf(name.get(1));
      if (literal && kind == IP_ADDRESS && sameAddress(value, host)) {
        return true;
      }
      if (!literal && kind == DNS_NAME && matches(value, host)) {
        return true;
      }
    }
    return false;
  }

  private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  private static boolean sameAddress(String one, String other) {
    try {
      return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  static boolean matches(String pattern, String host) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String asked = host.toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return wanted.equals(asked);
    }
    int dot = asked.indexOf('.');
    // "*.cn" would stand for every site of a country.
    boolean narrowEnough = wanted.indexOf('.', 2) > 0;
    return narrowEnough && dot > 0 && asked.substring(dot).equals(wanted.substring(1));
  }
}
