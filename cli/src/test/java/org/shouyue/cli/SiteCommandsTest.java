package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real site on loopback, seen through a permit and not seen without one.
class SiteCommandsTest {

  static final List<Locale> LANGUAGES = Shell.LANGUAGES;

  private final AtomicInteger visits = new AtomicInteger();
  private HttpServer site;
  private volatile int status = 200;

  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          byte[] page = "<title>某县政府</title>欢迎".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
  }

  @AfterEach
  void close() {
    site.stop(0);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void touchesNothingWithoutAPermit(Locale language) {
    Shell.Answer answer = Shell.run(language, "site", "availability", url());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).contains("--permit").matches(text -> Shell.isIn(language, text));
    assertThat(visits).hasValue(0);
  }

  @Test
  void visitsASiteThatIsUp() throws IOException {
    Shell.Answer answer =
        Shell.run("site", "availability", url(), "--permit", permit(1), "--format", "json");

    assertThat(answer.exit()).as(answer.err()).isZero();
    JsonNode seen = new JsonMapper().readTree(answer.out());
    assertThat(seen.path("findings").size()).isZero();
    assertThat(seen.path("facts").isEmpty()).isFalse();
    assertThat(visits).hasValue(1);
  }

  @Test
  void answersOneForASiteThatIsDown() throws IOException {
    status = 503;

    Shell.Answer answer =
        Shell.run("site", "availability", url(), "--permit", permit(1), "--format", "json");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(new JsonMapper().readTree(answer.out()).at("/findings/0/code").asString())
        .isEqualTo("site.down");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void touchesNothingOnceThePermitIsOver(Locale language) throws IOException {
    Shell.Answer answer =
        Shell.run(language, "site", "availability", url(), "--permit", permit(-1));

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).matches(text -> Shell.isIn(language, text));
    assertThat(visits).hasValue(0);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void namesTheFieldOfAPermitThatIsWrong(Locale language) throws IOException {
    Path permit = permit(1);
    Files.writeString(permit, Files.readString(permit).replace("observe", "look"));

    Shell.Answer answer = Shell.run(language, "site", "availability", url(), "--permit", permit);

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).contains("methods").contains("look");
    assertThat(visits).hasValue(0);
  }

  private String url() {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
  }

  /// A permit for loopback that ends in so many days.
  private Path permit(int days) throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "同意");
    return Files.writeString(
        folder.resolve("permit.yaml"),
        """
        targets: ["address:127.0.0.0/8"]
        methods: [observe]
        from: %s
        until: %s
        signatory: 张主任
        file: letter.txt
        """
            .formatted(
                Instant.EPOCH.plus(Duration.ofDays(1)),
                Instant.ofEpochMilli(System.currentTimeMillis()).plus(Duration.ofDays(days))));
  }
}
