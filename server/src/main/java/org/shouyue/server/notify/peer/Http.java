package org.shouyue.server.notify.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HTTP as all gateways need it: no redirects (a gateway that sends us elsewhere is not the one
/// that was configured), short patience, small answers.
public final class Http {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  /// A request that is answered by one text.
  record Call(String method, URI uri, Map<String, String> headers, String body) {}

  /// What came back.
  ///
  /// @param after how long to wait, where it said so in seconds
  record Reply(int status, String body, @Nullable Duration after) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JacksonException _) {
        return JSON.createObjectNode();
      }
    }

    String code() {
      return Integer.toString(status);
    }

    String said() {
      return Shortened.to(300, body.strip());
    }

    /// What the status alone says against it; null for a success.
    @Nullable Answer refusal() {
      if (status == 429) {
        return new Answer.Throttled(code(), said(), after);
      }
      if (status == 503 && after != null) {
        return new Answer.Throttled(code(), said(), after);
      }
      return status / 100 == 2 ? null : new Answer.Failed(code(), said());
    }
  }

  Reply call(Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(ANSWER_WITHIN)
            .method(call.method(), BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8));
    call.headers().forEach(request::setHeader);
    HttpResponse<String> response =
        client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Reply(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").map(Http::seconds).orElse(null));
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  private static @Nullable Duration seconds(String header) {
    if (!header.strip().matches("\\d{1,6}")) {
      return null; // a date: the usual back-off is as good
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(header.strip()));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
