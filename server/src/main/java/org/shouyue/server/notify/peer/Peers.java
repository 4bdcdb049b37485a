package org.shouyue.server.notify.peer;

import java.time.Instant;
import java.util.function.Supplier;

/// Makes peers.
///
/// @param now real time: signatures are good for minutes only
public record Peers(Http http, Supplier<Instant> now) {
  public Peer smtp(Settings settings) {
    return new MailPeer(settings, now);
  }

  public Peer aliyunSms(Settings settings) {
    return new AliyunPeer(http, settings, false, now);
  }

  public Peer aliyunVoice(Settings settings) {
    return new AliyunPeer(http, settings, true, now);
  }

  public Peer tencentSms(Settings settings) {
    return new TencentPeer(http, settings, now);
  }

  public Peer http(Settings settings) {
    return new HttpPeer(http, settings);
  }

  public Peer wecom(Settings settings) {
    return new RobotPeer(http, settings, RobotPeer.Brand.WECOM, now);
  }

  public Peer dingtalk(Settings settings) {
    return new RobotPeer(http, settings, RobotPeer.Brand.DINGTALK, now);
  }

  public Peer feishu(Settings settings) {
    return new RobotPeer(http, settings, RobotPeer.Brand.FEISHU, now);
  }
}
