package org.shouyue.scope;

import java.util.Locale;

/// Why the broker refused. Codes are stable: other rooms and the database keep them.
public enum RefusalCode {
  NO_PERMIT("没有授权书", "there is no permit"),
  OTHER_CLIENT("授权书属于其他甲方", "the permit belongs to another client"),
  NOT_YET_IN_FORCE("授权书尚未生效", "the permit is not yet in force"),
  EXPIRED("授权书已到期", "the permit has expired"),
  REVOKED("授权书已撤销", "the permit was revoked"),
  METHOD_NOT_ALLOWED("授权书未允许此种方法", "the permit does not allow this method"),
  TARGET_NOT_COVERED("目标不在授权范围内", "the target is not in the permit"),
  ADDRESS_NOT_COVERED("域名解析到授权范围之外的地址", "the name resolves outside the permit"),
  SPECIAL_ADDRESS(
      "内网、环回、链路本地、元数据等地址须在授权书中逐段列明",
      "private, loopback, link-local and metadata addresses must be named as a range"),
  FORBIDDEN_ADDRESS("组播、广播或未指定地址，一律不予连接", "a multicast, broadcast or unspecified address"),
  AMBIGUOUS_DESTINATION("目标写法有歧义", "the destination can be read in more than one way"),
  CREDENTIALS_IN_URL("网址中含有用户信息或缺少主机", "the URL carries credentials or has no host"),
  RATE_LIMITED("对该目标的请求过于频繁", "too many connections to this target in a short time"),
  TOO_MANY_OPEN("对该目标的并发连接已达上限", "too many connections to this target at once"),
  HALTED("总开关已切断全部外联", "the kill switch is on");

  private final String zh;
  private final String en;

  RefusalCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /// The written code: `no-permit`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The sentence for people, with what it is about.
  Message about(String detail) {
    return new Message(zh + "：" + detail, en + ": " + detail);
  }
}
