package org.shouyue.contract.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Wording;
import org.shouyue.contract.language.ContractYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a real server on the loopback that speaks the protocol, well or badly.
@Timeout(30)
class ContractAssistTest {

  private static final List<String> LINES =
      List.of("网站运维合同", "", "第一条 漏洞扫描：每季度一次。", "第二条 合同总额360000元。");

  private static final Contract READ =
      ContractYaml.read(
              "a.yaml",
              "{title: 网站运维合同, services: [{title: 漏洞扫描, capability: vulnerability-scan, lines: 3}], ambiguities: [{code: unclear, message: 周期不明}]}")
          .orThrow();

  private final AtomicReference<String> asked = new AtomicReference<>("");
  private final AtomicReference<String> authorization = new AtomicReference<>("");
  private final CountDownLatch finished = new CountDownLatch(1);
  private ExecutorService threads;
  private HttpServer server;
  private HttpClient client;

  private interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    client = HttpClient.newHttpClient();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    finished.countDown();
    client.shutdownNow();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void answersProposalsThatAreValidAndCiteTheirLines() {
    answering(
        content(
            "{\"proposals\":[{\"path\":\"services[0].frequency\",\"value\":\"P3M\",\"lines\":[3,3],\"reason\":\"原文为每季度一次\"},"
                + "{\"path\":\"total\",\"value\":{\"amount\":\"360000\"},\"lines\":[4,4],\"reason\":\"原文写明总额\"}]}"));

    AssistOutcome.Proposed outcome = proposed(assist().propose(LINES, READ));

    assertThat(outcome.proposals())
        .extracting(Proposal::path)
        .containsExactly("services[0].frequency", "total");
    assertThat(outcome.proposals().getFirst().lines()).isEqualTo(Lines.at(3));
    assertThat(outcome.discarded()).isEmpty();
  }

  @Test
  void sendsTheLinesTheContractAndTheKeyInTheProtocol() {
    answering(content("{\"proposals\":[]}"));

    assist().propose(LINES, READ);

    JsonNode request = JsonMapper.shared().readTree(asked.get());
    assertThat(request.get("model").asString()).isEqualTo("local");
    assertThat(request.get("stream").asBoolean()).isFalse();
    assertThat(request.at("/messages/1/content").asString()).contains("3: 第一条 漏洞扫描：每季度一次。");
    assertThat(request.at("/messages/2/content").asString())
        .contains("\"capability\" : \"vulnerability-scan\"");
    assertThat(authorization.get()).isEqualTo("Bearer not-a-real-key");
  }

  @Test
  void discardsWhatAPersonCouldNotJudge() {
    answering(
        content(
            "```json\n{\"proposals\":["
                + proposal("services[0].frequency", "\"quarterly\"", "[3,3]", "看起来是")
                + ","
                + proposal("services[9].title", "\"x\"", "[3,3]", "r")
                + ","
                + proposal("services[0].frequency", "\"P3M\"", "[90,91]", "r")
                + ","
                + proposal("services[0].frequency", "\"P3M\"", "[2,2]", "空行")
                + ","
                + proposal("services[0].frequency", "\"P3M\"", "[3,3]", "")
                + ","
                + proposal("ambiguities", "[]", "[3,3]", "已解决")
                + ","
                + proposal("title", "\"网站运维合同\"", "[1,1]", "相同")
                + ","
                + proposal("title", "null", "[1,1]", "清空")
                + ",7,{},{\"path\":{}},"
                + proposal("number", "\"A\\u0000B\"", "[1,1]", "编号\\u0007\\n在此")
                + ","
                + proposal("number", "\"C\"", "[1,1]", "又一次")
                + "]}\n```"));

    AssistOutcome.Proposed outcome = proposed(assist().propose(LINES, READ));

    assertThat(outcome.proposals())
        .singleElement()
        .satisfies(kept -> assertThat(kept.reason()).isEqualTo("编号 在此"));
    assertThat(outcome.discarded())
        .hasSize(12)
        .anyMatch(why -> why.contains("only a person decides"));
  }

  @Test
  void keepsAtMostFifty() {
    StringBuilder many = new StringBuilder(proposal("number", "\"0\"", "[1,1]", "r"));
    for (int at = 1; at < 500; at++) {
      many.append(',').append(proposal("services[" + at + "].title", "\"x\"", "[1,1]", "r"));
    }
    answering(content("{\"proposals\":[" + many + "]}"));

    AssistOutcome.Proposed outcome = proposed(assist().propose(LINES, READ));

    assertThat(outcome.proposals().size() + outcome.discarded().size()).isEqualTo(51);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{}",
        "[]",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":\"I am not sure.\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"{\\\"proposals\\\": 5}\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":null}}]}"
      })
  void isUnavailableWhenTheAnswerIsGarbage(String body) {
    answering(body);

    assertThat(assist().propose(LINES, READ)).isInstanceOf(AssistOutcome.Unavailable.class);
  }

  @Test
  void isUnavailableWhenTheAnswerIsNestedWithoutEnd() {
    answering("[".repeat(100_000));

    assertThat(assist().propose(LINES, READ)).isInstanceOf(AssistOutcome.Unavailable.class);
  }

  @Test
  void isUnavailableWhenTheServerRefuses() {
    serve(exchange -> exchange.sendResponseHeaders(401, -1));

    assertThat(assist().propose(LINES, READ))
        .isEqualTo(
            new AssistOutcome.Unavailable(
                new Wording("辅助服务返回 HTTP 401", "the endpoint answered HTTP 401")));
  }

  @Test
  void isUnavailableWhenTheServerNeverAnswers() {
    serve(_ -> finished.await());

    assertThat(assist(Duration.ofMillis(200)).propose(LINES, READ))
        .isInstanceOf(AssistOutcome.Unavailable.class);
  }

  @Test
  void stopsReadingAnAnswerWithoutEnd() {
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      try (OutputStream out = exchange.getResponseBody()) {
        while (finished.getCount() > 0) {
          out.write(block);
        }
      }
    });

    assertThat(assist().propose(LINES, READ))
        .isEqualTo(
            new AssistOutcome.Unavailable(new Wording("辅助服务的应答过大", "the answer is too large")));
  }

  @Test
  void isUnavailableWhenNobodyListens() {
    server.stop(0);

    assertThat(assist().propose(LINES, READ)).isInstanceOf(AssistOutcome.Unavailable.class);
  }

  @Test
  void neverShowsTheKey() {
    assertThat(settings(Duration.ofSeconds(1)).toString()).doesNotContain("not-a-real-key");
    assertThat(
            new AssistRequest(
                    URI.create("http://127.0.0.1/"),
                    Map.of("Authorization", "Bearer not-a-real-key"),
                    "",
                    Duration.ofSeconds(1),
                    1)
                .toString())
        .doesNotContain("not-a-real-key");
  }

  @Test
  void asksHttpEndpointsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new AssistSettings(URI.create("file:///etc/passwd"), "m", null, Duration.ofSeconds(1)));
  }

  private ContractAssist assist() {
    return assist(Duration.ofSeconds(20));
  }

  private ContractAssist assist(Duration timeout) {
    return new ContractAssist(settings(timeout), this::post);
  }

  private AssistSettings settings(Duration timeout) {
    return new AssistSettings(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions"),
        "local",
        "not-a-real-key",
        timeout);
  }

  private AssistAnswer post(AssistRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(request.endpoint())
            .timeout(request.timeout())
            .POST(HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach(post::header);
    HttpResponse<InputStream> response =
        client.send(post.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      return new AssistAnswer(
          response.statusCode(),
          new String(body.readNBytes(request.mostBytes() + 1), StandardCharsets.UTF_8));
    }
  }

  private void answering(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    serve(exchange -> {
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    });
  }

  private void serve(Answer answer) {
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
          try (exchange) {
            answer.give(exchange);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static String content(String content) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of("choices", List.of(Map.of("message", Map.of("content", content)))));
  }

  private static String proposal(String path, String value, String lines, String reason) {
    return "{\"path\":\"%s\",\"value\":%s,\"lines\":%s,\"reason\":\"%s\"}"
        .formatted(path, value, lines, reason);
  }

  private static AssistOutcome.Proposed proposed(AssistOutcome outcome) {
    return switch (outcome) {
      case AssistOutcome.Proposed proposed -> proposed;
      case AssistOutcome.Unavailable unavailable -> throw new AssertionError(unavailable);
    };
  }
}
