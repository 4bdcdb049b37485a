package org.shouyue.server.notify.peer;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A gateway that the administrator describes: address, headers, body and what counts as success.
/// Our identifier goes along as `Idempotency-Key` and `X-Request-Id`; whether the gateway heeds it
/// is its own affair.
final class HttpPeer implements Peer {
  private final Http http;
  private final Settings settings;

  HttpPeer(Http http, Settings settings) {
    this.http = http;
    this.settings = settings;
  }

  @Override
  public Answer send(Message message) throws IOException, InterruptedException {
    String type = settings.get("contentType");
    String template = settings.get("body");
    String body =
        type.contains("json")
            ? Filled.json(template, message, settings)
            : type.contains("form")
                ? Filled.form(template, message, settings)
                : Filled.plain(template, message, settings);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    settings
        .get("headers")
        .lines()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2 && !pair[0].isBlank())
        .forEach(
            pair -> headers.put(pair[0].strip(), Filled.plain(pair[1].strip(), message, settings)));
    headers.put("Idempotency-Key", message.id().toString());
    headers.put("X-Request-Id", message.id().toString());
    return answer(
        http.call(
            new Http.Call(
                settings.get("method").toUpperCase(Locale.ROOT),
                URI.create(Filled.form(settings.get("url"), message, settings)),
                headers,
                body)));
  }

  private Answer answer(Http.Reply reply) {
    Answer refusal = reply.refusal();
    if (refusal != null) {
      return reply.status() == 422 ? new Answer.Refused(reply.code(), reply.said()) : refusal;
    }
    String success = settings.get("success");
    if (!success.isBlank() && !Pattern.compile(success).matcher(reply.body()).find()) {
      return new Answer.Failed(reply.code(), reply.said());
    }
    return new Answer.Taken(reply.code(), reply.said(), providerId(reply.body()));
  }

  private @Nullable String providerId(String body) {
    String pattern = settings.get("messageId");
    if (pattern.isBlank()) {
      return null;
    }
    Matcher found = Pattern.compile(pattern).matcher(body);
    if (!found.find()) {
      return null;
    }
    return Shortened.to(200, found.groupCount() == 0 ? found.group() : found.group(1));
  }
}
