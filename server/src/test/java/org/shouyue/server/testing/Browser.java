package org.shouyue.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks HTTP with the server as a browser does: keeps the session cookie and repeats the CSRF
/// token.
public final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private JsonNode person = JSON.createObjectNode();

  public Browser(int port) {
    this.port = port;
  }

  /// What came back.
  public record Answer(int status, HttpResponse<byte[]> response) {
    public byte[] bytes() {
      return response.body();
    }

    public String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /// The text at a path as `person.name` or `items.0.id`.
    public String text(String path) {
      JsonNode node = json();
      for (String part : path.split("\\.", -1)) {
        node = part.matches("\\d+") ? node.path(Integer.parseInt(part)) : node.path(part);
      }
      return node.asString();
    }

    /// This answer, whose status must be the given one.
    public Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError("expected %d but was %d: %s".formatted(expected, status, body()));
      }
      return this;
    }
  }

  /// Signs in and stays so.
  public Browser signIn(String username, String password) {
    Answer answer =
        post("/api/session", Map.of("username", username, "password", password)).expect(200);
    keep(answer);
    return this;
  }

  /// Takes over the session that an answer opened.
  public void keep(Answer answer) {
    headers.put("Cookie", answer.header("Set-Cookie").split(";", 2)[0]);
    headers.put("X-Shouyue-Csrf", answer.text("csrf"));
    person = answer.json().path("person");
  }

  /// The same browser, at another node.
  public Browser at(int otherPort) {
    Browser other = new Browser(otherPort);
    other.headers.putAll(headers);
    other.person = person;
    return other;
  }

  public JsonNode person() {
    return person;
  }

  /// Sends this header with every request from now on; null takes it away.
  public Browser header(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return json("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return json("PUT", path, body);
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /// Sends text as it is.
  public Answer raw(String method, String path, String type, String body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  /// Sends fields and one file as a form. Maps and lists among the fields go as JSON parts.
  public Answer form(
      String path, Map<String, ?> fields, String fileField, String fileName, byte[] content) {
    String boundary = "b" + UUID.randomUUID();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach((name, value) -> {
      boolean text = value instanceof String;
      part(
          out,
          boundary,
          "form-data; name=\"" + name + "\"",
          text ? "text/plain;charset=UTF-8" : "application/json",
          (text ? (String) value : JSON.writeValueAsString(value))
              .getBytes(StandardCharsets.UTF_8));
    });
    part(
        out,
        boundary,
        "form-data; name=\"" + fileField + "\"; filename=\"" + fileName + "\"",
        "application/octet-stream",
        content);
    out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(out.toByteArray())));
  }

  private static void part(
      ByteArrayOutputStream out, String boundary, String disposition, String type, byte[] content) {
    out.writeBytes(
        ("--%s\r\nContent-Disposition: %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, type))
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private Answer json(String method, String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    headers.forEach(builder::header);
    return builder;
  }

  private static Answer send(HttpRequest.Builder builder) {
    try {
      HttpResponse<byte[]> response = HTTP.send(builder.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
