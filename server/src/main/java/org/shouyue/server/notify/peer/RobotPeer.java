package org.shouyue.server.notify.peer;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The group robots of WeCom, DingTalk and Feishu. None of them de-duplicates; our identifier goes
/// along in a header for whoever stands between.
final class RobotPeer implements Peer {

  /// Whose robot, with the most that it takes and the codes by which it asks for less at a time.
  enum Brand {
    WECOM(4096, "errcode", "45009"),
    DINGTALK(20_000, "errcode", "130101", "410100"),
    FEISHU(18_000, "code", "11232", "9499");

    private final int mostBytes;
    private final String codeField;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives a set that cannot be changed
    private final Set<String> throttling;

    Brand(int mostBytes, String codeField, String... throttling) {
      this.mostBytes = mostBytes;
      this.codeField = codeField;
      this.throttling = Set.of(throttling);
    }
  }

  private final Http http;
  private final Settings settings;
  private final Brand brand;
  private final Supplier<Instant> now;

  RobotPeer(Http http, Settings settings, Brand brand, Supplier<Instant> now) {
    this.http = http;
    this.settings = settings;
    this.brand = brand;
    this.now = now;
  }

  @Override
  public Answer send(Message message) throws IOException, InterruptedException {
    Instant at = now.get();
    Http.Reply reply =
        http.call(
            new Http.Call(
                "POST",
                place(at),
                Map.of(
                    "Content-Type",
                    "application/json; charset=utf-8",
                    "X-Request-Id",
                    message.id().toString()),
                Http.json(content(message, at))));
    return answer(reply);
  }

  private URI place(Instant at) {
    String url = settings.get("url");
    return URI.create(
        switch (brand) {
          case WECOM -> url + "?key=" + AliyunSignature.encode(settings.get("key"));
          case DINGTALK -> {
            long millis = at.toEpochMilli();
            String sign = RobotSignatures.dingtalk(millis, settings.get("secret"));
            yield "%s?access_token=%s&timestamp=%d&sign=%s"
                .formatted(
                    url,
                    AliyunSignature.encode(settings.get("accessToken")),
                    millis,
                    AliyunSignature.encode(sign));
          }
          case FEISHU -> url + AliyunSignature.encode(settings.get("token"));
        });
  }

  private Map<String, Object> content(Message message, Instant at) {
    Map<String, Object> content = new LinkedHashMap<>();
    switch (brand) {
      case WECOM -> {
        content.put("msgtype", "markdown");
        content.put("markdown", Map.of("content", markdown(message)));
      }
      case DINGTALK -> {
        content.put("msgtype", "markdown");
        content.put("markdown", Map.of("title", message.title(), "text", markdown(message)));
      }
      case FEISHU -> {
        long seconds = at.getEpochSecond();
        content.put("timestamp", Long.toString(seconds));
        content.put("sign", RobotSignatures.feishu(seconds, settings.get("secret")));
        content.put("msg_type", "text");
        content.put("content", Map.of("text", Shortened.toBytes(brand.mostBytes, message.text())));
      }
    }
    return content;
  }

  /// The link comes before the body, so that it is there when the body is cut.
  private String markdown(Message message) {
    String link = message.link() == null ? "" : "[确认收到](" + message.link() + ")\n\n";
    String body = message.body().replace("\n", "\n\n");
    return Shortened.toBytes(brand.mostBytes, "**" + message.title() + "**\n\n" + link + body);
  }

  private Answer answer(Http.Reply reply) {
    JsonNode json = reply.json();
    String code = json.path(brand.codeField).asString("");
    String said = reply.said();
    if (code.equals("0")) {
      return new Answer.Taken(code, said, null);
    }
    if (brand.throttling.contains(code)) {
      return new Answer.Throttled(code, said, reply.after());
    }
    Answer refusal = reply.refusal();
    return refusal != null && code.isEmpty()
        ? refusal
        : new Answer.Failed(code.isEmpty() ? reply.code() : code, said);
  }
}
