package org.shouyue.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person signed in to the server, by the same interface that the pages use.
final class ServerApi {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "----shouyue-demo-part";

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI server;
  private String csrf = "";

  private ServerApi(URI server) {
    this.server = server;
  }

  /// Signs in.
  ///
  /// @throws DemoFailed when the server refuses
  static ServerApi signIn(URI server, String username, String password) {
    ServerApi api = new ServerApi(server);
    JsonNode session = api.post("/api/session", Map.of("username", username, "password", password));
    api.csrf = session.path("csrf").asString();
    return api;
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, Object body) {
    return send(json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  JsonNode put(String path, Object body) {
    return send(json(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /// Every item of a paged list.
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.indexOf('?') < 0 ? "?" : "&";
    for (int page = 0; ; page++) {
      JsonNode answer = get(path + separator + "size=200&page=" + page);
      answer.path("items").forEach(items::add);
      if (items.size() >= answer.path("total").asInt() || answer.path("items").isEmpty()) {
        return items;
      }
    }
  }

  /// One file or field of a form.
  static final class Part {
    private final String head;
    private final byte[] content;

    private Part(String head, String mediaType, byte[] content) {
      this.head =
          "--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; "
              + head
              + "\r\nContent-Type: "
              + mediaType
              + "\r\n\r\n";
      this.content = content.clone();
    }

    static Part file(String name, String fileName, String mediaType, byte[] content) {
      return new Part("name=\"" + name + "\"; filename=\"" + fileName + "\"", mediaType, content);
    }

    static Part field(String name, String mediaType, String value) {
      return new Part("name=\"" + name + "\"", mediaType, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  JsonNode postForm(String path, List<Part> parts) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(form(parts)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofMinutes(5))
        .header("X-Shouyue-Csrf", csrf);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new DemoFailed(
            request.method()
                + " "
                + request.uri().getPath()
                + " answered "
                + answer.statusCode()
                + ": "
                + answer.body());
      }
      return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }

  private static BodyPublisher form(List<Part> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Part part : parts) {
      body.writeBytes(part.head.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(part.content);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }
}
