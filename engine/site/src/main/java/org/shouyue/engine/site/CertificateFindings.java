package org.shouyue.engine.site;

import java.util.List;
import org.shouyue.scope.Message;

/// Words and weights for what is wrong with a certificate or a TLS service.
final class CertificateFindings {
  private CertificateFindings() {}

  /// @param authority `host` or `host:port`; the default port is left out, so that a URL and a host
  ///   and port make the same finding
  static SiteFinding of(CertificateFault fault, String authority) {
    String subject = plain(authority);
    return new SiteFinding(
        "tls.certificate-" + fault.code(),
        subject,
        severity(fault),
        new Message(subject + "：" + fault.zh(), subject + ": " + fault.en()),
        remedy(fault),
        List.of(subject));
  }

  static String plain(String authority) {
    return authority.endsWith(":443")
        ? authority.substring(0, authority.length() - ":443".length())
        : authority;
  }

  private static Severity severity(CertificateFault fault) {
    return switch (fault) {
      case EXPIRED, NOT_YET_VALID, NAME_MISMATCH -> Severity.CRITICAL;
      case SELF_SIGNED, INCOMPLETE_CHAIN, INVALID_CHAIN -> Severity.HIGH;
      case WEAK_KEY, WEAK_SIGNATURE -> Severity.MEDIUM;
    };
  }

  private static Message remedy(CertificateFault fault) {
    return switch (fault) {
      case EXPIRED -> new Message("更换新证书并重载服务", "install a new certificate and reload the service");
      case NOT_YET_VALID ->
          new Message(
              "核对服务器时间，或更换已生效的证书", "check the server's clock or install a valid certificate");
      case NAME_MISMATCH ->
          new Message("签发包含该域名的证书", "have a certificate issued that names this host");
      case SELF_SIGNED ->
          new Message("更换受信任机构签发的证书", "install a certificate of a trusted authority");
      case INCOMPLETE_CHAIN ->
          new Message(
              "补全中间证书，并确认根证书受信任", "serve the intermediate certificates up to a trusted root");
      case INVALID_CHAIN ->
          new Message("检查中间证书的有效期、用途与签名", "check dates, purposes and signatures of the chain");
      case WEAK_KEY ->
          new Message(
              "更换为 RSA 2048 位或 EC 256 位以上的密钥", "use a key of at least RSA 2048 or EC 256 bits");
      case WEAK_SIGNATURE ->
          new Message("更换 SHA-256 及以上签名的证书", "use a certificate signed with SHA-256 or better");
    };
  }
}
