package org.shouyue.server.notify.peer;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Short messages by Tencent Cloud (`SendSms`, version 2021-01-11). Our identifier goes along as
/// `SessionContext`; they do not de-duplicate by it.
final class TencentPeer implements Peer {
  private static final Set<String> HOPELESS =
      Set.of(
          "InvalidParameterValue.IncorrectPhoneNumber",
          "FailedOperation.PhoneNumberInBlacklist",
          "UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone",
          "FailedOperation.ContainSensitiveWord",
          "InvalidParameterValue.TemplateParameterLengthLimit");

  private final Http http;
  private final Settings settings;
  private final Supplier<Instant> now;

  TencentPeer(Http http, Settings settings, Supplier<Instant> now) {
    this.http = http;
    this.settings = settings;
    this.now = now;
  }

  @Override
  public Answer send(Message message) throws IOException, InterruptedException {
    URI place = URI.create(settings.get("url"));
    List<String> parameters =
        Arrays.stream(settings.get("templateParam").split("\n", -1))
            .map(one -> Filled.plain(one.strip(), message, settings))
            .toList();
    String payload =
        Http.json(
            Map.of(
                "PhoneNumberSet", List.of(international(message.to())),
                "SmsSdkAppId", settings.get("appId"),
                "SignName", settings.get("signName"),
                "TemplateId", settings.get("templateId"),
                "TemplateParamSet", parameters,
                "SessionContext", message.id().toString()));
    Instant at = now.get();
    String authorization =
        new TencentSignature("sms", place.getRawAuthority(), "SendSms", payload, at)
            .authorization(settings.get("secretId"), settings.get("secretKey"));
    return answer(
        http.call(
            new Http.Call(
                "POST",
                place.resolve("/"),
                Map.of(
                    "Authorization",
                    authorization,
                    "Content-Type",
                    TencentSignature.CONTENT_TYPE,
                    "X-TC-Action",
                    "SendSms",
                    "X-TC-Version",
                    "2021-01-11",
                    "X-TC-Region",
                    settings.get("region"),
                    "X-TC-Timestamp",
                    Long.toString(at.getEpochSecond())),
                payload)));
  }

  private static String international(String number) {
    String digits = number.replaceAll("[\\s-]", "");
    return digits.startsWith("+") ? digits : "+86" + digits;
  }

  private static Answer answer(Http.Reply reply) {
    JsonNode response = reply.json().path("Response");
    JsonNode status = response.path("SendStatusSet").path(0);
    JsonNode telling = status.isMissingNode() ? response.path("Error") : status;
    String code = telling.path("Code").asString("");
    String said = Shortened.to(300, telling.path("Message").asString(reply.said()));
    if (code.equals("Ok")) {
      return new Answer.Taken(code, said, status.path("SerialNo").asString(""));
    }
    if (HOPELESS.contains(code)) {
      return new Answer.Refused(code, said);
    }
    if (code.startsWith("LimitExceeded") || code.startsWith("RequestLimitExceeded")) {
      return new Answer.Throttled(code, said, reply.after());
    }
    Answer refusal = reply.refusal();
    return refusal != null && code.isEmpty()
        ? refusal
        : new Answer.Failed(code.isEmpty() ? reply.code() : code, said);
  }
}
