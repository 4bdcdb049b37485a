package org.shouyue.server.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.signature.TestCertificate;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Contract 5 §5.5: the client is told everything before an adjustment, and signs first.
class ChangeFlowTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private SignedContract desk;
  private UUID client;
  private UUID contract;
  private Browser engineer;
  private Browser signatory;
  private Instant now;

  @BeforeEach
  void putAContractInForce() throws Exception {
    String name = "变更甲方 " + UUID.randomUUID().toString().substring(0, 8);
    desk = new SignedContract(SERVER.admin(), name);
    client = desk.client();
    String text = Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"));
    contract = desk.sign(desk.draft(text), "2026-01-01", null);
    engineer = SERVER.as("engineer", client);
    signatory = SERVER.as("client-signatory", client);
    now = Instant.parse(engineer.get("/api/clock").expect(200).text("now"));
  }

  @Test
  void beginsOnlyWhatTheClientSignedInItsWindow() {
    String id = wanted();
    assertThat(step(id, "respond")).isEqualTo("change-unsigned");
    assertThat(start(id)).isEqualTo("change-unsigned");
    JsonNode proposed =
        engineer
            .post(at(id, "plan"), plan(Duration.ofHours(2), Duration.ofHours(4)))
            .expect(200)
            .json();
    String digest = proposed.path("plans").path(0).path("digest").asString();
    assertThat(step(id, "arrive")).isEqualTo("change-unsigned");
    engineer.post(at(id, "sign"), signed(digest)).expect(403);
    SERVER.as("client-reader", client).post(at(id, "sign"), signed(digest)).expect(403);
    assertThat(signatory.post(at(id, "sign"), signed("0".repeat(64))).expect(409).text("code"))
        .isEqualTo("words-changed");
    signatory.post(at(id, "sign"), certified(id, digest)).expect(200);

    assertThat(start(id)).isEqualTo("outside-window");
    assertThat(engineer.get(at(id, "")).text("hindrance")).contains("时段");
    desk.advance(now.plus(Duration.ofHours(3)).toString());
    engineer.post(at(id, "start"), Map.of()).expect(200);
    assertThat(step(id, "resolve")).isEqualTo("change-unfinished");
    assertThat(engineer.post(at(id, "finish"), finished("success", false)).expect(409).text("code"))
        .isEqualTo("steps-untold");
    engineer.post(at(id, "steps/1"), Map.of("outcome", "as-expected")).expect(200);
    engineer.post(at(id, "steps/2"), Map.of("outcome", "deviated", "text", "慢")).expect(200);
    engineer.post(at(id, "steps/3"), Map.of("outcome", "as-expected")).expect(404);
    engineer.form(at(id, "files"), Map.of(), "file", "截图.png", new byte[] {1}).expect(200);
    JsonNode done = engineer.post(at(id, "finish"), finished("success", false)).expect(200).json();
    assertThat(done.path("ticketState").asString()).isEqualTo("resolved");
    assertThat(done.path("overran").asBoolean()).isFalse();
    engineer.post(at(id, "agree"), Map.of()).expect(403);
    JsonNode agreed = signatory.post(at(id, "agree"), Map.of()).expect(200).json();

    assertThat(agreed.path("ticketState").asString()).isEqualTo("closed");
    assertThat(agreed.path("steps"))
        .extracting(one -> one.path("act").asString())
        .containsExactly("propose", "sign", "start", "step", "step", "file", "finish", "agree");
    String paper = agreed.path("plans").path(0).path("paperId").asString();
    String written = signatory.get("/api/reports/" + paper + "/file?as=html").expect(200).body();
    assertThat(written).contains("备份建议", "全库备份", "可能的风险", "王工");
  }

  @Test
  void refusesAPlanThatWasAlteredAfterSigning() throws SQLException {
    String id = wanted();
    propose(id, Duration.ZERO, Duration.ofHours(4));
    sign(id);
    alter(
        "update change_plan set plan = replace(plan, '全库备份', '不备份') where ticket_id = '"
            + id
            + "'");

    assertThat(start(id)).isEqualTo("change-altered");
    assertThat(step(id, "respond")).isEqualTo("change-altered");
    assertThat(
            signatory.get(at(id, "")).json().path("plans").path(0).path("intact").asBoolean(true))
        .isFalse();
  }

  @Test
  void wantsAnotherSignatureForAnotherPlan() {
    String id = wanted();
    propose(id, Duration.ZERO, Duration.ofHours(4));
    sign(id);
    propose(id, Duration.ZERO, Duration.ofHours(6));

    assertThat(start(id)).isEqualTo("change-unsigned");
    signatory.post(at(id, "decline"), Map.of("text", "改到周末")).expect(200);
    assertThat(start(id)).isEqualTo("change-unsigned");
    propose(id, Duration.ZERO, Duration.ofHours(8));
    sign(id);
    engineer.post(at(id, "start"), Map.of()).expect(200);
  }

  @Test
  void showsAnEmergencyAsBrokenThatIsNotConfirmedInADay() {
    String kept = rushed();
    String broken = rushed();
    sign(kept);
    desk.advance(now.plus(Duration.ofHours(25)).toString());

    assertThat(engineer.get(at(kept, "")).json().path("unconfirmed").asBoolean()).isFalse();
    JsonNode page = engineer.get(at(broken, "")).expect(200).json();
    assertThat(page.path("unconfirmed").asBoolean()).isTrue();
    assertThat(page.path("emergencyReason").asString()).isEqualTo("首页被篡改");
    assertThat(engineer.get("/api/changes?broken=true").json().path("items"))
        .extracting(one -> one.path("ticketId").asString())
        .contains(broken)
        .doesNotContain(kept);
    JsonNode back =
        engineer.post(at(broken, "finish"), finished("failed", true)).expect(200).json();
    assertThat(back.path("rolledBack").asBoolean()).isTrue();
  }

  @Test
  void givesTheQuotaBackWhenAChangeIsCancelled() {
    Map<String, Object> change = new HashMap<>(change());
    String service = quotaService();
    change.put("serviceId", service);
    String id = engineer.post("/api/changes", change).expect(201).text("ticketId");
    assertThat(used(service)).isEqualTo(1);

    signatory.post(at(id, "cancel"), Map.of("text", "不改了")).expect(200);

    assertThat(used(service)).isZero();
    assertThat(engineer.get(at(id, "")).text("ticketState")).isEqualTo("closed");
  }

  @Test
  void refusesAPlanWithPartsMissingOrOthersAssets() {
    String id = wanted();
    Map<String, Object> plan = new HashMap<>(plan(Duration.ZERO, Duration.ofHours(4)));
    plan.put("backup", " ");
    plan.put("risks", List.of());
    JsonNode refused = engineer.post(at(id, "plan"), plan).expect(400).json();
    assertThat(refused.path("errors"))
        .extracting(one -> one.path("field").asString())
        .containsExactlyInAnyOrder("plan.backup", "plan.risks");
    UUID foreign =
        new SignedContract(SERVER.admin(), "别家 " + UUID.randomUUID()).asset("system", "外系统", "外系统");
    Map<String, Object> other = new HashMap<>(plan(Duration.ZERO, Duration.ofHours(4)));
    other.put("assets", List.of(foreign));
    engineer.post(at(id, "plan"), other).expect(400);
  }

  private String rushed() {
    String id = wanted();
    propose(id, Duration.ZERO, Duration.ofHours(4));
    engineer.post(at(id, "emergency"), Map.of("text", "首页被篡改")).expect(200);
    return id;
  }

  private void propose(String id, Duration from, Duration until) {
    engineer.post(at(id, "plan"), plan(from, until)).expect(200);
  }

  private void sign(String id) {
    JsonNode plans = signatory.get(at(id, "")).expect(200).json().path("plans");
    String digest = plans.path(plans.size() - 1).path("digest").asString();
    signatory.post(at(id, "sign"), signed(digest)).expect(200);
  }

  private Map<String, Object> change() {
    return Map.of("contractId", contract, "title", "升级中间件", "body", "升级到新版本");
  }

  private String wanted() {
    return engineer.post("/api/changes", change()).expect(201).text("ticketId");
  }

  private Map<String, Object> plan(Duration from, Duration until) {
    return Map.of(
        "reason", "中间件有漏洞",
        "backup", "全库备份并异地保存",
        "method", "滚动升级",
        "tools", List.of("SSH"),
        "steps",
            List.of(
                Map.of("what", "停应用", "who", "王工", "expected", "端口关闭"),
                Map.of("what", "换版本", "who", "王工", "when", "22:10", "expected", "版本为 10.1")),
        "people", List.of("王工"),
        "risks", List.of("升级失败"),
        "rollback", "换回旧版本",
        "from", now.plus(from).toString(),
        "until", now.plus(until).toString());
  }

  private Map<String, Object> certified(String id, String digest) {
    String certificate = TestCertificate.signed(SERVER, signatory, "change/" + id, true);
    return Map.of("digest", digest, "name", "某人", "office", "主任", "certificate", certificate);
  }

  private static Map<String, Object> signed(String digest) {
    return Map.of("digest", digest, "name", "张主任", "office", "主任", "drawing", Drawing.SIGNATURE);
  }

  private static Map<String, Object> finished(String result, boolean back) {
    return Map.of("result", result, "rolledBack", back, "text", "见记录");
  }

  private static String at(String id, String act) {
    return "/api/changes/" + id + (act.isEmpty() ? "" : "/" + act);
  }

  private String start(String id) {
    return engineer.post(at(id, "start"), Map.of()).expect(409).text("code");
  }

  private String step(String ticket, String type) {
    return engineer
        .post("/api/tickets/" + ticket + "/events", Map.of("type", type, "text", "x"))
        .expect(409)
        .text("code");
  }

  private String quotaService() {
    for (JsonNode one : engineer.get("/api/contracts/" + contract + "/services").json()) {
      if (one.path("way").asString().equals("quota")) {
        return one.path("id").asString();
      }
    }
    throw new AssertionError("no quota in the sample");
  }

  private int used(String service) {
    for (JsonNode one : engineer.get("/api/contracts/" + contract + "/quotas").expect(200).json()) {
      if (one.path("serviceId").asString().equals(service) && one.path("current").asBoolean()) {
        return one.path("used").asInt();
      }
    }
    throw new AssertionError("no standing of " + service);
  }

  private static void alter(String sql) throws SQLException {
    try (var connection = SERVER.database().connect();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
