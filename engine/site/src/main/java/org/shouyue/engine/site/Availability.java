package org.shouyue.engine.site;

import java.util.List;
import java.util.Locale;
import org.shouyue.scope.Refusal;

/// Whether a site was up. Only `Up` and `Down` say something about the site.
public sealed interface Availability {
  /// It answered as expected. A bad certificate does not make a site down, though it keeps visitors
  /// away: it is told apart, and is a finding of its own.
  record Up(List<CertificateFault> certificateFaults) implements Availability {
    public Up {
      certificateFaults = List.copyOf(certificateFaults);
    }
  }

  /// It did not answer as expected.
  record Down(Reason reason, String detail) implements Availability {}

  /// The scope did not allow the look: nothing is known.
  record NotPermitted(Refusal refusal) implements Availability {}

  /// Something on our side kept us from seeing.
  record Unknown(String detail) implements Availability {}

  /// Why a site is down.
  enum Reason {
    NAME("域名不存在", "its name does not exist"),
    REFUSED("拒绝连接", "it refused the connection"),
    UNREACHABLE("网络不可达", "it cannot be reached"),
    TIMEOUT("超时未打开", "it did not open in time"),
    TLS("加密握手失败", "the TLS handshake failed"),
    BROKEN_OFF("连接中断", "it broke off"),
    PROTOCOL("应答不合 HTTP 规范", "its answer is not HTTP"),
    REDIRECTS("跳转过多或无效", "it redirects too often or to nowhere"),
    STATUS("状态码异常", "its status is not as expected"),
    CONTENT("页面内容不符合预期", "its content is not as expected");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /// The written code: `broken-off`.
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
}
