package org.shouyue.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

/// Whatever is wrong with a request, the answer is a problem document.
class ProblemsTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest(
          "spring.servlet.multipart.max-file-size=1MB",
          "spring.servlet.multipart.max-request-size=1MB");

  @ParameterizedTest
  @CsvSource({
    "GET, /api/nothing-here, 404, not-found",
    "GET, /api, 404, not-found",
    "DELETE, /api/health, 405, method-not-allowed",
    "GET, /api/assets/not-a-uuid, 400, invalid",
    "GET, /api/assets?page=x, 400, invalid",
    "GET, /api/assets?page=-1, 400, invalid",
    "GET, /api/assets?size=201, 400, invalid",
    "GET, /api/assets?sort=address;drop, 400, invalid",
    "GET, /api/assets?kind=planet, 400, invalid",
    "GET, /api/assets?client=x, 400, invalid",
    "GET, /api/assets?format=xml, 406, not-acceptable",
    "GET, /api/assets/00000000-0000-0000-0000-000000000000, 404, not-found",
  })
  void answersABadAddress(String method, String path, int status, String code) {
    Browser.Answer answer = SERVER.admin().raw(method, path, "application/json", "");

    assertProblem(answer, status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | 400 | unreadable | ''",
        "'' | 400 | unreadable | ''",
        "{\"clientId\":5} | 400 | invalid | clientId",
        "{\"kind\":\"planet\"} | 400 | invalid | kind",
        "[] | 400 | invalid | body",
        "{} | 400 | invalid | clientId",
      })
  void answersABadBody(String body, int status, String code, String field) {
    Browser.Answer answer = SERVER.admin().raw("POST", "/api/assets", "application/json", body);

    assertProblem(answer, status, code);
    if (!field.isEmpty()) {
      assertThat(answer.text("errors.0.field")).isEqualTo(field);
    }
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    Browser.Answer answer = SERVER.admin().post("/api/assets", Map.of("name", " "));

    assertThat(answer.json().path("errors")).hasSize(4);
  }

  @Test
  void namesAFieldThatIsNotKnown() {
    Browser.Answer answer = SERVER.admin().post("/api/clients", Map.of("name", "x", "surprise", 1));

    assertThat(answer.expect(400).text("errors.0.field")).isEqualTo("surprise");
  }

  @Test
  void answersAWrongContentType() {
    assertProblem(
        SERVER.admin().raw("POST", "/api/assets", "text/plain", "x"),
        415,
        "unsupported-media-type");
  }

  @Test
  void answersAFileThatIsTooLarge() {
    Browser.Answer answer =
        SERVER
            .admin()
            .form("/api/permits", Map.of("permit", Map.of()), "file", "big", new byte[20_000_000]);

    assertProblem(answer, 413, "content-too-large");
  }

  @Test
  void answersAFormWithoutItsParts() {
    Browser.Answer answer =
        SERVER.admin().form("/api/permits", Map.of(), "other", "x", new byte[] {1});

    assertProblem(answer, 400, "bad-request");
  }

  @Test
  void answersABodyThatIsTooLargeForJson() {
    String body = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";

    assertProblem(
        SERVER.admin().raw("POST", "/api/clients", "application/json", body),
        413,
        "content-too-large");
  }

  @Test
  void answersARequestLineThatTheContainerRefuses() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", SERVER.port());
        InputStream in = socket.getInputStream()) {
      socket
          .getOutputStream()
          .write("GET /api/{x} HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }
  }

  @Test
  void servesPagesForPeopleAndProblemsForPrograms() {
    Browser browser = SERVER.browser();

    assertThat(browser.get("/api/contracts-of-nobody").header("Content-Type"))
        .startsWith("application/problem+json");
    assertThat(browser.get("/health").status()).isIn(200, 404); // 200 with the pages built in
    assertThat(browser.get("/missing.js").status()).isEqualTo(404);
    assertThat(browser.get("/../../etc/passwd").status()).isIn(400, 404);
    assertThat(browser.get("/..%2f..%2fetc/passwd").status()).isIn(400, 404);
  }

  @Test
  void describesItself() {
    Browser.Answer answer = SERVER.browser().get("/api/openapi").expect(200);

    assertThat(answer.json().path("paths").has("/api/assets")).isTrue();
    assertThat(answer.body()).contains("\"size\"").doesNotContain("\"/error\"");
  }

  @Test
  void sendsTheHeadersThatBrowsersObey() {
    Browser.Answer answer = SERVER.browser().get("/api/health").expect(200);

    assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    Stream.of("X-Frame-Options", "Referrer-Policy")
        .forEach(name -> assertThat(answer.header(name)).as(name).isNotEmpty());
  }

  private static void assertProblem(Browser.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("status")).isEqualTo(Integer.toString(status));
    assertThat(answer.json().has("errors")).isTrue();
  }
}
