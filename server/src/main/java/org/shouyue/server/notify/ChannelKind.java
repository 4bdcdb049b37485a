package org.shouyue.server.notify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A kind of gateway that carries notices, with what must be known to use it.
///
/// Limits per minute are the providers' own: WeCom and DingTalk take 20 messages a minute from one
/// robot, Feishu 100; the others limit by contract.
enum ChannelKind {
  SMTP(
      Means.MAIL,
      0,
      4,
      Field.needed("host"),
      Field.needed("port", "465"),
      Field.needed("security", "tls"),
      Field.needed("from"),
      Field.optional("username"),
      Field.optional("trust"),
      Field.secret("password", false)),
  SMS_ALIYUN(
      Means.SMS,
      0,
      8,
      Field.needed("url", "https://dysmsapi.aliyuncs.com"),
      Field.needed("accessKeyId"),
      Field.secret("accessKeySecret", true),
      Field.needed("signName"),
      Field.needed("templateCode"),
      Field.needed("templateParam", "{\"title\":\"{title}\"}")),
  SMS_TENCENT(
      Means.SMS,
      0,
      8,
      Field.needed("url", "https://sms.tencentcloudapi.com"),
      Field.needed("region", "ap-guangzhou"),
      Field.needed("secretId"),
      Field.secret("secretKey", true),
      Field.needed("appId"),
      Field.needed("signName"),
      Field.needed("templateId"),
      Field.needed("templateParam", "{title}")),
  SMS_HTTP(Means.SMS, 0, 8, Field.http()),
  WECOM(
      Means.ROBOT,
      20,
      1,
      Field.needed("url", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"),
      Field.secret("key", true)),
  DINGTALK(
      Means.ROBOT,
      20,
      1,
      Field.needed("url", "https://oapi.dingtalk.com/robot/send"),
      Field.secret("accessToken", true),
      Field.secret("secret", true)),
  FEISHU(
      Means.ROBOT,
      100,
      1,
      Field.needed("url", "https://open.feishu.cn/open-apis/bot/v2/hook/"),
      Field.secret("token", true),
      Field.secret("secret", true)),
  VOICE_ALIYUN(
      Means.PHONE,
      0,
      8,
      Field.needed("url", "https://dyvmsapi.aliyuncs.com"),
      Field.needed("accessKeyId"),
      Field.secret("accessKeySecret", true),
      Field.needed("ttsCode"),
      Field.needed("ttsParam", "{\"title\":\"{title}\"}"),
      Field.optional("showNumber"),
      Field.callPause()),
  VOICE_HTTP(Means.PHONE, 0, 8, Field.and(Field.callPause(), Field.http()));

  /// One setting of a channel.
  ///
  /// @param secret never shown again once it was given
  /// @param usual what is filled in for a new channel; empty for nothing
  record Field(String name, boolean secret, boolean required, String usual) {
    static Field needed(String name) {
      return new Field(name, false, true, "");
    }

    static Field needed(String name, String usual) {
      return new Field(name, false, true, usual);
    }

    static Field optional(String name) {
      return new Field(name, false, false, "");
    }

    static Field secret(String name, boolean required) {
      return new Field(name, true, required, "");
    }

    /// For how many seconds one person is not called again.
    static Field callPause() {
      return new Field("callPause", false, false, "60");
    }

    static Field[] and(Field one, Field... others) {
      return Stream.concat(Arrays.stream(others), Stream.of(one)).toArray(Field[]::new);
    }

    /// What a gateway of one's own needs: where, how, and what counts as taken.
    static Field[] http() {
      return new Field[] {
        needed("url"),
        needed("method", "POST"),
        optional("headers"),
        needed("contentType", "application/json"),
        needed(
            "body", "{\"to\":\"{to}\",\"text\":\"{body}\",\"id\":\"{id}\",\"token\":\"{secret}\"}"),
        optional("success"),
        optional("messageId"),
        secret("secret", false)
      };
    }
  }

  private final Means means;
  private final int perMinute;
  private final int parallel;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that cannot be changed
  private final List<Field> fields;

  ChannelKind(Means means, int perMinute, int parallel, Field... fields) {
    this.means = means;
    this.perMinute = perMinute;
    this.parallel = parallel;
    this.fields = List.of(fields);
  }

  Means means() {
    return means;
  }

  /// The most messages a minute that the provider takes; 0 for no limit.
  int perMinute() {
    return perMinute;
  }

  /// How many messages one node sends by it at once.
  int parallel() {
    return parallel;
  }

  List<Field> fields() {
    return fields;
  }

  /// The written code, `sms-aliyun`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  static ChannelKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
