package org.shouyue.server.notify.peer;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Short messages (`SendSms`) and voice calls (`SingleCallByTts`) by Alibaba Cloud. Our identifier
/// goes along as `OutId` and comes back in their receipts; they do not de-duplicate by it.
final class AliyunPeer implements Peer {
  private static final String VERSION = "2017-05-25";

  /// Errors that lie in the number or the text: another try gives the same.
  private static final Set<String> HOPELESS =
      Set.of(
          "isv.MOBILE_NUMBER_ILLEGAL",
          "isv.MOBILE_COUNT_OVER_LIMIT",
          "isv.BLACK_KEY_CONTROL_LIMIT",
          "isv.TEMPLATE_PARAMS_ILLEGAL",
          "isv.INVALID_PARAMETERS",
          "isv.PARAM_LENGTH_LIMIT");

  private final Http http;
  private final Settings settings;
  private final boolean voice;
  private final Supplier<Instant> now;

  AliyunPeer(Http http, Settings settings, boolean voice, Supplier<Instant> now) {
    this.http = http;
    this.settings = settings;
    this.voice = voice;
    this.now = now;
  }

  @Override
  public Answer send(Message message) throws IOException, InterruptedException {
    URI place = URI.create(settings.get("url"));
    SortedMap<String, String> query = voice ? call(message) : sms(message);
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("host", place.getRawAuthority());
    headers.put("x-acs-action", voice ? "SingleCallByTts" : "SendSms");
    headers.put("x-acs-version", VERSION);
    headers.put("x-acs-date", now.get().truncatedTo(ChronoUnit.SECONDS).toString());
    headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
    headers.put("x-acs-content-sha256", Digests.sha256(new byte[0]));
    String authorization =
        new AliyunSignature(query, headers, Digests.sha256(new byte[0]))
            .authorization(settings.get("accessKeyId"), settings.get("accessKeySecret"));
    headers.remove("host"); // the client sends it itself
    headers.put("Authorization", authorization);
    return answer(
        http.call(
            new Http.Call(
                "POST", place.resolve("/?" + AliyunSignature.queryText(query)), headers, "")));
  }

  private SortedMap<String, String> sms(Message message) {
    return new TreeMap<>(
        Map.of(
            "PhoneNumbers", message.to(),
            "SignName", settings.get("signName"),
            "TemplateCode", settings.get("templateCode"),
            "TemplateParam", Filled.json(settings.get("templateParam"), message, settings),
            "OutId", message.id().toString()));
  }

  private SortedMap<String, String> call(Message message) {
    SortedMap<String, String> query =
        new TreeMap<>(
            Map.of(
                "CalledNumber", message.to(),
                "TtsCode", settings.get("ttsCode"),
                "TtsParam", Filled.json(settings.get("ttsParam"), message, settings),
                "PlayTimes", "2",
                "OutId", message.id().toString()));
    if (!settings.get("showNumber").isBlank()) {
      query.put("CalledShowNumber", settings.get("showNumber"));
    }
    return query;
  }

  private static Answer answer(Http.Reply reply) {
    JsonNode json = reply.json();
    String code = json.path("Code").asString("");
    String said = Shortened.to(300, json.path("Message").asString(reply.said()));
    if (code.equals("OK")) {
      String id = json.path("BizId").asString(json.path("CallId").asString(""));
      return new Answer.Taken(code, said, id.isEmpty() ? null : id);
    }
    if (HOPELESS.contains(code)) {
      return new Answer.Refused(code, said);
    }
    if (code.equals("isv.BUSINESS_LIMIT_CONTROL") || code.startsWith("Throttling")) {
      return new Answer.Throttled(code, said, reply.after());
    }
    Answer refusal = reply.refusal();
    return refusal != null && code.isEmpty()
        ? refusal
        : new Answer.Failed(code.isEmpty() ? reply.code() : code, said);
  }
}
