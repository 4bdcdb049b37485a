package org.shouyue.server.notify.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// The providers' own worked examples.
class SignaturesTest {

  /// "V3 版本请求体&签名机制", example RunInstances, all inputs fixed.
  @Test
  void signsAsAlibabasExampleDoes() {
    String empty = Digests.sha256(new byte[0]);
    AliyunSignature signature =
        AliyunSignature.of(
            Map.of(
                "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                "RegionId", "cn-shanghai"),
            Map.of(
                "host", "ecs.cn-shanghai.aliyuncs.com",
                "x-acs-action", "RunInstances",
                "x-acs-content-sha256", empty,
                "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                "x-acs-version", "2014-05-26"),
            empty);

    assertThat(signature.authorization("YourAccessKeyId", "YourAccessKeySecret"))
        .isEqualTo(
            "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
  }

  /// "签名方法 v3", example DescribeInstances; the payload holds its escapes as written.
  @Test
  void signsAsTencentsExampleDoes() {
    String payload =
        "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
            + " \"Name\": \"instance-name\"}]}";

    TencentSignature signature =
        new TencentSignature(
            "cvm",
            "cvm.tencentcloudapi.com",
            "DescribeInstances",
            payload,
            Instant.ofEpochSecond(1551113065));

    assertThat(
            signature.authorization(
                "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******", "Gu5t9xGARNpq86cd98joQYCN3*******"))
        .isEqualTo(
            "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/"
                + "tc3_request, SignedHeaders=content-type;host;x-tc-action,"
                + " Signature=be4f67d323c78ab9acb7395e43c0dbcf822a9cfac32fea2449a7bc7726b770a3");
  }

  @Test
  void signsForRobotsAsTheirPagesSay() throws Exception {
    assertThat(RobotSignatures.dingtalk(1577262236757L, "this is secret"))
        .isEqualTo(mac("this is secret", "1577262236757\nthis is secret"));
    assertThat(RobotSignatures.feishu(1599360473L, "secret"))
        .isEqualTo(mac("1599360473\nsecret", ""));
  }

  @Test
  void encodesAsRfc3986() {
    assertThat(AliyunSignature.encode(" ~*+/中")).isEqualTo("%20~%2A%2B%2F%E4%B8%AD");
  }

  @Test
  void fillsTemplatesWithoutBreakingThem() {
    Message message =
        new Message(
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            "138",
            "张\"三",
            "断\n网",
            "正文 {to} $1",
            "ticket/1",
            null,
            null);
    Settings settings = new Settings(Map.of("secret", "s\"x"));

    assertThat(
            Filled.json(
                "{\"a\":\"{name}\",\"b\":\"{title}\",\"c\":\"{secret}\"}", message, settings))
        .isEqualTo("{\"a\":\"张\\\"三\",\"b\":\"断\\n网\",\"c\":\"s\\\"x\"}");
    assertThat(Filled.form("to={to}&t={body}&{other}", message, settings))
        .isEqualTo("to=138&t=%E6%AD%A3%E6%96%87+%7Bto%7D+%241&{other}");
  }

  @Test
  void shortensWithoutCuttingACharacter() {
    assertThat(Shortened.toBytes(10, "中文中文中文")).isEqualTo("中文…");
    assertThat(Shortened.to(3, "abcdef")).isEqualTo("ab…");
    assertThat(Shortened.toBytes(10, "短")).isEqualTo("短");
  }

  private static String mac(String key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
