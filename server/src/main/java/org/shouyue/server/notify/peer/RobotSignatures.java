package org.shouyue.server.notify.peer;

import java.util.Base64;

/// How the group robots of DingTalk and Feishu prove that a message is ours.
final class RobotSignatures {
  private RobotSignatures() {}

  /// DingTalk ("自定义机器人安全设置", 加签): the secret signs the time in milliseconds and itself.
  static String dingtalk(long millis, String secret) {
    return base64(Digests.hmac(secret, millis + "\n" + secret));
  }

  /// Feishu ("自定义机器人使用指南", 签名校验): time in seconds and secret together are the key; what is signed
  /// is empty.
  static String feishu(long seconds, String secret) {
    return base64(Digests.hmac(seconds + "\n" + secret, ""));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
