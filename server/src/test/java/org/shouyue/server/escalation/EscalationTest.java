package org.shouyue.server.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.notify.FakePeer;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.notify.Telling;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Chains that go on until somebody takes the matter, under a clock that the tests move.
class EscalationTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest(
          "shouyue.clock=replay:2026-01-05T00:00:00Z",
          "shouyue.replay-sends=true",
          "shouyue.public-url=https://desk.example.cn");

  private static SignedContract signed;
  private static UUID contract;
  private static Telling telling;
  private static FakePeer voice;

  @BeforeAll
  static void signAndConnect() throws Exception {
    signed = new SignedContract(SERVER, "云溪县人民政府办公室");
    contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    signed.sign(contract, "2026-01-01", null);
    telling = new Telling(SERVER, signed.client());
    telling.person("值班经理", "provider-manager", "", "13900139000", "zh-CN");
    voice = new FakePeer((_, _) -> Reply.of(200, "ok"));
    telling.channel("voice-http", Telling.eachByItself(voice.url()), Map.of());
  }

  @AfterAll
  static void hangUp() {
    voice.close();
  }

  @Test
  void callsAtOnceAndAgainUntilSomebodyTakesIt() {
    String ticket = open("critical", "全站中断");
    JsonNode begun = of(ticket, "escalation");

    Telling.await("the first call", () -> calls(ticket) == 1);
    assertThat(begun.path("state").asString()).isEqualTo("running");
    assertThat(begun.path("told").asInt()).isEqualTo(1);

    advanceMinutes(6);
    Telling.await("the second call", () -> calls(ticket) == 2);
    advanceMinutes(10);
    Telling.await("the managers", () -> calls(ticket) == 3);
    advanceMinutes(15 + 30);
    Telling.await("again and again", () -> calls(ticket) == 5);

    String id = begun.path("id").asString();
    SERVER
        .as("client-reader", signed.client())
        .post("/api/escalations/" + id + "/acknowledge", Map.of())
        .expect(403);
    Browser engineer = SERVER.as("engineer", signed.client());
    engineer.post("/api/escalations/" + id + "/acknowledge", Map.of()).expect(200);
    engineer.post("/api/escalations/" + id + "/acknowledge", Map.of()).expect(409);
    advanceMinutes(24 * 60);
    String told = "notice where about = 'ticket/" + ticket + "' and template = 'escalation-ticket'";
    assertThat(telling.count(told)).isEqualTo(5);
    JsonNode log = SERVER.admin().get("/api/escalations/" + id).expect(200).json().path("log");
    assertThat(log).hasSize(6);
    assertThat(log.path(0).path("text").asString()).contains("值班经理");
  }

  @Test
  void endsWhenTheTicketIsAnswered() {
    String ticket = open("critical", "数据库中断");
    SERVER
        .admin()
        .post("/api/tickets/" + ticket + "/events", Map.of("type", "respond"))
        .expect(200);

    JsonNode ended = of(ticket, "escalation");
    assertThat(ended.path("state").asString()).isEqualTo("acknowledged");
    assertThat(ended.path("how").asString()).isEqualTo("ticket");
    advanceMinutes(60);
    assertThat(
            telling.count(
                "notice where about = 'ticket/" + ticket + "' and template = 'escalation-ticket'"))
        .isOne();
  }

  @Test
  void endsWhenOneIsPressedInTheCall() {
    String ticket = open("critical", "主机失联");
    Telling.await("the call", () -> calls(ticket) == 1);
    String called =
        voice.received().stream()
            .map(FakePeer.Received::body)
            .filter(body -> body.contains("主机失联"))
            .findFirst()
            .orElseThrow();
    assertThat(called).as("nobody takes a replay for real").contains("【重放演练】");
    String back = called.substring(called.indexOf("/api/receipts"), called.lastIndexOf('"'));

    SERVER.browser().post(back, Map.of("state", "answered", "digit", "1")).expect(200);

    JsonNode ended = of(ticket, "escalation");
    assertThat(ended.path("how").asString()).isEqualTo("digit");
    assertThat(ended.path("endedBy").asString()).isEqualTo("值班经理");
  }

  @Test
  void escalatesAnOverrunLimitWhateverTheSeverity() {
    String ticket = open("low", "页面错字");
    assertThat(
            SERVER
                .admin()
                .get("/api/escalations?about=ticket/" + ticket)
                .expect(200)
                .json()
                .path("total")
                .asInt())
        .isZero();

    advanceMinutes(3 * 24 * 60);

    String about = "escalation where about = 'ticket/" + ticket + "'";
    assertThat(telling.count(about + " and template = 'escalation-due'")).isOne();
    assertThat(telling.count(about)).as("nobody is called twice for one matter").isOne();
  }

  @Test
  void takesChainsFromTheClientAndRefusesOthers() {
    Browser signatory = SERVER.as("client-signatory", signed.client());
    Map<String, Object> chain =
        Map.of(
            "clientId",
            signed.client(),
            "severity",
            "medium",
            "repeatMinutes",
            10,
            "steps",
            List.of(
                Map.of("afterMinutes", 0, "whom", "managers", "means", List.of("inbox")),
                Map.of("afterMinutes", 3, "whom", "on-call", "means", List.of("phone"))));
    signatory.put("/api/escalation-chains", chain).expect(200);
    SERVER.as("engineer", signed.client()).put("/api/escalation-chains", chain).expect(403);
    SERVER
        .as("client-signatory", SERVER.client("别家 " + UUID.randomUUID()))
        .put("/api/escalation-chains", chain)
        .expect(404);

    String ticket = open("medium", "证书将到期");
    assertThat(of(ticket, "escalation").path("told").asInt()).isEqualTo(1);
    assertThat(calls(ticket)).isZero();
    advanceMinutes(3);
    Telling.await("the call", () -> calls(ticket) == 1);
  }

  @Test
  void givesUpAfterAsManyTimesAsTheChainAllowsAndTellsTheManagers() {
    Browser signatory = SERVER.as("client-signatory", signed.client());
    signatory
        .put(
            "/api/escalation-chains",
            Map.of(
                "clientId",
                signed.client(),
                "severity",
                "info",
                "repeatMinutes",
                1,
                "repeatLimit",
                2,
                "steps",
                List.of(Map.of("afterMinutes", 0, "whom", "managers", "means", List.of("inbox")))))
        .expect(200);
    String ticket = open("info", "机房门未关");

    advanceMinutes(10);

    JsonNode ended = of(ticket, "escalation");
    String id = ended.path("id").asString();
    assertThat(ended.path("state").asString()).isEqualTo("unanswered");
    assertThat(ended.path("told").asInt()).isEqualTo(3);
    assertThat(
            telling.count(
                "notice where about = 'ticket/"
                    + ticket
                    + "' and template = 'escalation-unanswered'"))
        .isOne();
    advanceMinutes(24 * 60);
    assertThat(telling.count("escalation_event where escalation_id = '" + id + "'"))
        .as("three times told, and given up")
        .isEqualTo(4);
    SERVER
        .as("engineer", signed.client())
        .post("/api/escalations/" + id + "/acknowledge", Map.of())
        .expect(200);
  }

  private static String open(String severity, String title) {
    return SERVER
        .admin()
        .post(
            "/api/tickets",
            Map.of("contractId", contract, "kind", "fault", "severity", severity, "title", title))
        .expect(201)
        .text("id");
  }

  private static JsonNode of(String ticket, String what) {
    JsonNode items =
        SERVER
            .admin()
            .get("/api/escalations?about=ticket/" + ticket)
            .expect(200)
            .json()
            .path("items");
    assertThat(items).as(what).isNotEmpty();
    return items.path(0);
  }

  private static int calls(String ticket) {
    return telling.deliveries(
        "means = 'phone' and state in ('sent', 'delivered') and about = 'ticket/" + ticket + "'");
  }

  private static void advanceMinutes(long minutes) {
    java.time.Instant now =
        java.time.Instant.parse(SERVER.admin().get("/api/clock").expect(200).text("now"));
    signed.advance(now.plusSeconds(minutes * 60).toString());
  }
}
