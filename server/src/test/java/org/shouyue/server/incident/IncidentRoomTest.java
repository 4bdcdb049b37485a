package org.shouyue.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.JsonNode;

/// An incident from the first sign to its closing, under a replayed clock.
class IncidentRoomTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-05T00:00:00Z");

  private static final TestSite SITE = new TestSite();
  private static final Map<String, ?> FACTORS =
      Map.of("importance", "important", "loss", "severe", "impact", "general");

  private static SignedContract signed;
  private static Browser manager;
  private static Browser engineer;
  private static Browser signatory;
  private static Browser reader;
  private static UUID contract;
  private static UUID site;

  @BeforeAll
  static void sign() throws Exception {
    signed = new SignedContract(SERVER, "云溪县人民政府办公室");
    manager = signed.manager();
    engineer = SERVER.as("engineer", signed.client());
    signatory = SERVER.as("client-signatory", signed.client());
    reader = SERVER.as("client-reader", signed.client());
    site = signed.asset("site", "门户网站", SITE.url());
    contract =
        signed.sign(
            signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
  }

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  @Test
  void handlesAnAttackFromFindingToLessons() {
    SITE.breakDown();
    signed.advance("2026-01-05T01:00:00Z");
    String finding = manager.get("/api/findings?state=open&q=无法访问").text("items.0.id");
    Browser.Answer opened =
        engineer
            .post("/api/incidents", Map.of("findingId", finding, "category", "attack"))
            .expect(201);
    String room = "/api/incidents/" + opened.text("id");
    String ticket = "/api/tickets/" + opened.text("ticketId");
    assertThat(engineer.get(ticket).text("kind")).isEqualTo("incident");
    assertThat(
            engineer.post("/api/incidents", Map.of("findingId", finding)).expect(409).text("code"))
        .isEqualTo("room-exists");
    assertThat(engineer.post(ticket + "/events", Map.of("type", "close")).expect(409).text("code"))
        .isEqualTo("incident-open");
    engineer.post(ticket + "/events", Map.of("type", "respond")).expect(200);

    contain(room);
    review(room);
    assertThat(texts(room)).contains("工单已响应").anyMatch(text -> text.startsWith("发现"));
    assertThat(engineer.get(ticket).text("state")).isEqualTo("closed");
    JsonNode measures = engineer.get(room).json().path("measures");
    assertThat(measures.path("respond").asLong()).isNotNegative();
    assertThat(measures.path("recover").asLong())
        .isGreaterThanOrEqualTo(measures.path("contain").asLong());
    engineer.post(room + "/entries", Map.of("text", "晚了")).expect(409);
  }

  private static void contain(String room) {
    move(room, "containment", null, 409);
    grade(room);
    move(room, "recovery", null, 409);
    move(room, "containment", null, 200);
    move(room, "eradication", null, 409);
    String action = action(room, "containment", 409);
    assertThat(action).isEqualTo("no-permit");
    permit();
    for (String stage : List.of("containment", "eradication", "recovery")) {
      String id = action(room, stage, 200);
      engineer.post(room + "/actions/" + id + "/done", Map.of("result", "完成")).expect(200);
      engineer.post(room + "/actions/" + id + "/done", Map.of("result", "再次")).expect(409);
      move(room, next(stage), null, 200);
    }
  }

  private static void grade(String room) {
    Map<String, Object> given =
        Map.of("category", "attack", "operator", "other", "factors", FACTORS, "grade", "general");
    engineer.put(room + "/grade", given).expect(400);
    assertThat(engineer.post("/api/incidents/proposal", FACTORS).expect(200).text("grade"))
        .isEqualTo("considerable");
    Browser.Answer graded =
        engineer
            .put(
                room + "/grade",
                Map.of(
                    "category", "attack",
                    "operator", "other",
                    "factors", FACTORS,
                    "grade", "considerable"))
            .expect(200);
    assertThat(graded.text("duties.0.code")).isEqualTo("provincial-cyberspace-office");
    String told = room + "/duties/provincial-cyberspace-office/told";
    engineer.post(told, Map.of("channel", "phone", "receipt", "已报省网信办 王")).expect(200);
    engineer.post(told, Map.of("channel", "phone", "receipt", "再报")).expect(409);
  }

  private static void review(String room) {
    assertThat(engineer.post(room + "/report", Map.of()).expect(409).text("code"))
        .isEqualTo("not-reviewed");
    engineer
        .put(
            room + "/review",
            Map.of(
                "description", "首页返回 503",
                "handling", "切换并恢复",
                "rootCause", "弱口令",
                "tracking", "见工单",
                "lessons", "口令复杂度"))
        .expect(200);
    engineer.post(room + "/follow-ups", Map.of("title", "更换所有口令")).expect(200);
    Browser.Answer drawn = engineer.post(room + "/report", Map.of()).expect(200);
    byte[] docx =
        engineer
            .get("/api/reports/" + drawn.text("reportId") + "/file?as=docx")
            .expect(200)
            .bytes();
    assertThat(docx).startsWith('P', 'K');
    assertThat(move(room, "closed", null, 409).text("detail")).contains("甲方确认");
    reader.post(room + "/confirm", Map.of()).expect(403);
    signatory.post(room + "/entries", Map.of("text", "请补充溯源细节")).expect(200);
    signatory.post(room + "/confirm", Map.of()).expect(200);
    move(room, "closed", null, 200);
  }

  @Test
  void neverChangesAnEntry() throws SQLException {
    String room = room("日志被清空");
    engineer
        .post(room + "/entries", Map.of("text", "误记", "happenedAt", "2026-01-01T00:00:00Z"))
        .expect(200);
    engineer
        .post(room + "/entries", Map.of("text", "未来", "happenedAt", "2030-01-01T00:00:00Z"))
        .expect(400);
    JsonNode entry = engineer.get(room).json().path("timeline").path(0);
    assertThat(entry.path("text").asString()).isEqualTo("误记");
    assertThat(entry.path("happenedAt").asString())
        .isNotEqualTo(entry.path("recordedAt").asString());
    String strike = room + "/entries/" + entry.path("id").asString() + "/strike";
    engineer.post(strike, Map.of("reason", "不是这台主机")).expect(200);
    engineer.post(strike, Map.of("reason", "再次")).expect(409);
    assertThat(engineer.get(room).text("timeline.0.text")).isEqualTo("误记");

    try (Connection owner = SERVER.database().connect();
        var statement = owner.createStatement()) {
      Assertions.assertThatThrownBy(
              () -> statement.executeUpdate("update incident_entry set text = 'x'"))
          .hasMessageContaining("never changed");
      Assertions.assertThatThrownBy(() -> statement.executeUpdate("delete from incident_entry"))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void provesEveryHandThatEvidenceWentThrough() throws SQLException {
    String room = room("可疑样本");
    Browser.Answer collected =
        engineer
            .form(
                room + "/items",
                Map.of(
                    "item",
                    Map.of("name", "样本.bin", "from", "web-01:/tmp", "how", "dd", "seal", "F001")),
                "file",
                "sample.bin",
                "MZ".getBytes(StandardCharsets.UTF_8))
            .expect(201);
    String item = room + "/items/" + collected.text("items.0.id");
    assertThat(collected.text("items.0.sm3")).hasSize(64);
    String holder = collected.text("items.0.holder");
    Map<String, Object> handOver =
        Map.of(
            "giver", "别人",
            "receiver", "县公安局 张警官",
            "how", "当面移交",
            "seal", "F002",
            "drawing", Drawing.SIGNATURE);
    assertThat(engineer.post(item + "/hand-over", handOver).expect(409).text("code"))
        .isEqualTo("not-the-holder");
    var right = new java.util.HashMap<>(handOver);
    right.put("giver", holder);
    engineer.post(item + "/hand-over", right).expect(200);

    Browser.Answer verified = reader.get(item + "/verify").expect(200);
    assertThat(verified.json().path("ok").asBoolean()).isTrue();
    assertThat(verified.json().path("steps").asInt()).isEqualTo(2);
    long seq = collected.json().path("items").path(0).path("seq").asLong();
    engineer
        .post(
            room + "/items/taken",
            Map.of(
                "chain",
                contract,
                "seq",
                seq,
                "item",
                Map.of("name", "样本副本", "from", "证据库", "how", "引用")))
        .expect(201);

    try (Connection owner = SERVER.database().connect();
        var statement = owner.createStatement()) {
      statement.executeUpdate("update incident_custody set receiver = '某甲' where n = 2");
    }
    assertThat(reader.get(item + "/verify").json().path("faults").path(0).asString())
        .isEqualTo("第 2 步的记录缺失或被改动");
  }

  @Test
  void knowsATraceAgainAndRefusesWhatIsNone() {
    String one = room("第一次外联");
    String other = room("第二次外联");
    Map<String, ?> trace = Map.of("type", "domain", "value", "C2.example.cn");
    engineer.post(one + "/indicators", trace).expect(200);
    engineer.post(one + "/indicators", trace).expect(409);
    engineer.post(one + "/indicators", Map.of("type", "ip", "value", "no address")).expect(400);
    Browser.Answer seen =
        engineer
            .post(other + "/indicators", Map.of("type", "domain", "value", "c2.EXAMPLE.cn"))
            .expect(200);
    assertThat(seen.text("seenElsewhere.0.value")).isEqualTo("c2.example.cn");
  }

  @Test
  void showsClientsTheirRoomsAndOthersNothing() {
    String room = room("钓鱼邮件");
    reader.get(room).expect(200);
    reader.post(room + "/phase", Map.of("to", "containment", "reason", "x")).expect(403);
    reader.post(room + "/entries", Map.of("text", "我们也收到了")).expect(200);
    Browser stranger = SERVER.as("engineer", SERVER.client("别的甲方"));
    stranger.get(room).expect(404);
    assertThat(stranger.get("/api/incidents").json().path("total").asInt()).isZero();
    assertThat(reader.get("/api/incidents?q=钓鱼&format=csv").expect(200).body()).contains("钓鱼邮件");
  }

  private static String room(String title) {
    return "/api/incidents/"
        + engineer
            .post("/api/incidents", Map.of("contractId", contract, "title", title))
            .expect(201)
            .text("id");
  }

  private static Browser.Answer move(String room, String to, String reason, int status) {
    return engineer
        .post(
            room + "/phase", reason == null ? Map.of("to", to) : Map.of("to", to, "reason", reason))
        .expect(status);
  }

  private static String next(String stage) {
    return switch (stage) {
      case "containment" -> "eradication";
      case "eradication" -> "recovery";
      default -> "review";
    };
  }

  /// Adds an action on the site.
  ///
  /// @return its id, or the code of the problem
  private static String action(String room, String stage, int status) {
    Browser.Answer answer =
        engineer
            .post(
                room + "/actions",
                Map.of("stage", stage, "what", "处置 " + stage, "who", "王工", "assetId", site))
            .expect(status);
    if (status != 200) {
      return answer.text("code");
    }
    for (JsonNode action : answer.json().path("actions")) {
      if (action.path("stage").asString().equals(stage)) {
        return action.path("id").asString();
      }
    }
    throw new AssertionError("no action of " + stage);
  }

  private static void permit() {
    Map<String, Object> permit =
        Map.of(
            "clientId",
            signed.client(),
            "targets",
            List.of("address:127.0.0.0/8"),
            "methods",
            List.of("change"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2099-01-01T00:00:00Z",
            "signatory",
            "周主任");
    manager
        .form(
            "/api/permits",
            Map.of("permit", permit),
            "file",
            "授权书.txt",
            "同意".getBytes(StandardCharsets.UTF_8))
        .expect(201);
  }

  private static List<String> texts(String room) {
    List<String> texts = new ArrayList<>();
    engineer
        .get(room)
        .json()
        .path("timeline")
        .forEach(entry -> texts.add(entry.path("text").asString()));
    return texts;
  }
}
