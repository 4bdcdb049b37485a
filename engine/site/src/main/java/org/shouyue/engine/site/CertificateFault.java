package org.shouyue.engine.site;

import java.util.Locale;

/// What can be wrong with a server's certificate.
public enum CertificateFault {
  EXPIRED("证书已过期", "the certificate has expired"),
  NOT_YET_VALID("证书尚未生效", "the certificate is not yet valid"),
  NAME_MISMATCH("证书与域名不符", "the certificate is for another name"),
  SELF_SIGNED("证书为自签名", "the certificate is self-signed"),
  INCOMPLETE_CHAIN("证书链不完整或颁发者不受信任", "the chain is incomplete or its issuer is not trusted"),
  INVALID_CHAIN("证书链校验不通过", "the chain does not verify"),
  WEAK_KEY("密钥强度不足", "the key is weak"),
  WEAK_SIGNATURE("签名算法强度不足", "the signature algorithm is weak");

  private final String zh;
  private final String en;

  CertificateFault(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /// The written code: `name-mismatch`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }
}
