package org.shouyue.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.DrillGround;
import org.shouyue.server.testing.PlanInForce;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Drills on a real web server in a process of its own.
class DrillsTest {
  private static final DrillGround GROUND =
      new DrillGround(Path.of("target", "ground-" + UUID.randomUUID()));

  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest(settings());

  private static SignedContract signed;
  private static Browser manager;
  private static Browser engineer;
  private static Browser signatory;
  private static UUID contract;
  private static UUID asset;
  private static UUID plan;
  private static Path root;
  private static final List<String> permits = new ArrayList<>();

  private static String[] settings() {
    String[] services = GROUND.settings();
    return new String[] {
      "shouyue.clock=replay:2026-01-05T00:00:00Z", services[0], services[1], services[2]
    };
  }

  @BeforeAll
  static void prepare() throws IOException {
    root = Files.createDirectories(SERVER.drillGround().resolve("site"));
    GROUND.serving(root);
    signed = new SignedContract(SERVER, "云溪县人民政府办公室");
    manager = signed.manager();
    engineer = SERVER.as("engineer", signed.client());
    signatory = SERVER.as("client-signatory", signed.client());
    asset = signed.asset("site", "演练站点", GROUND.url());
    contract =
        signed.sign(
            signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
    plan = PlanInForce.make(SERVER, signed.client(), contract, "网站应急预案");
  }

  /// Without the client's consent and without a permit.
  @BeforeEach
  void markAnew() {
    manager
        .put("/api/drill-assets/" + asset, Map.of("root", root.toString(), "service", "site"))
        .expect(200);
  }

  @AfterEach
  void revokePermits() {
    permits.forEach(
        permit -> manager.post("/api/permits/" + permit + "/revoke", Map.of("reason", "演练结束")));
  }

  @AfterAll
  static void stopSite() {
    GROUND.close();
  }

  @Test
  void measuresRealArtefactsAndFulfilsTheContract() throws IOException {
    Path page = root.resolve("index.html");
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(page, before);
    Path log = Files.writeString(root.resolve("app.log"), "begun\n");
    String drill =
        drill(
            Map.of("kind", "defacement", "file", "index.html", "content", "<h1>hacked</h1>"),
            Map.of("kind", "test-virus", "file", "invoice.com"),
            Map.of("kind", "beacon", "file", "app.log", "lines", List.of("to 203.0.113.7")),
            Map.of("kind", "stopped-service", "service", "site"));

    assertThat(manager.post(drill + "/start", Map.of()).expect(409).text("code"))
        .isEqualTo("no-consent");
    consent();
    assertThat(manager.post(drill + "/start", Map.of()).expect(409).text("code"))
        .isEqualTo("no-permit");
    assertThat(page).content().contains("欢迎");
    var _ = permit(root);
    engineer.post(drill + "/start", Map.of()).expect(403);
    manager.post(drill + "/start", Map.of()).expect(200);

    assertThat(page).content().contains("hacked", "SHOUYUE-DRILL YL2026-");
    assertThat(root.resolve("invoice.com")).exists();
    assertThat(log).content().contains("203.0.113.7");
    assertThat(GROUND.runs()).isFalse();

    signed.advance("2026-01-05T00:12:00Z");
    JsonNode seen = artefact(drill, "stopped-service");
    assertThat(seen.path("systemNoticedBy").asString()).contains("site-availability");
    assertThat(manager.get(drill).expect(200).json().path("reactions")).isNotEmpty();
    String virus = artefact(drill, "test-virus").path("id").asString();
    String noticed = drill + "/artefacts/" + virus + "/noticed";
    signatory.post(noticed, Map.of("note", "杀毒软件弹窗")).expect(200);
    signatory.post(noticed, Map.of("note", "又看到")).expect(409);
    engineer.post(drill + "/steps/1/tick", Map.of("note", "已报告")).expect(200);
    engineer.post(drill + "/steps/1/tick", Map.of()).expect(409);
    engineer.post(drill + "/end", Map.of()).expect(200);

    assertThat(page).hasContent("<title>演练站点</title>欢迎\n");
    assertThat(Files.getLastModifiedTime(page)).isEqualTo(before);
    assertThat(root.resolve("invoice.com")).doesNotExist();
    assertThat(log).hasContent("begun\n");
    assertThat(GROUND.runs()).isTrue();
    assertThat(artefact(drill, "beacon").path("noticing").asString()).isEqualTo("系统未发现；无人报告");
    assertThat(artefact(drill, "defacement").path("found").asString()).isEqualTo("untouched");

    close(drill);
  }

  /// Sums up, opens a ticket for an improvement, and closes the obligation that waited for a drill.
  private static void close(String drill) {
    manager.post(drill + "/close", Map.of()).expect(409);
    engineer
        .put(
            drill + "/summary",
            Map.of("summary", "发现及时，恢复超时", "improvements", List.of("增加网页防篡改监测")))
        .expect(200);
    assertThat(
            engineer
                .post(drill + "/improvements/1/ticket", Map.of())
                .expect(200)
                .json()
                .path("improvements")
                .path(0)
                .path("ticketId")
                .asString())
        .isNotBlank();
    Browser.Answer closed = manager.post(drill + "/close", Map.of()).expect(200);
    assertThat(closed.json().path("score").path("of").asInt()).isEqualTo(6);
    assertThat(closed.json().path("score").path("met").asInt()).isEqualTo(3);
    String obligation = closed.text("obligationId");
    assertThat(manager.get("/api/obligations/" + obligation).expect(200).text("state"))
        .isEqualTo("done");
    byte[] docx =
        manager
            .get("/api/reports/" + closed.text("reportId") + "/file?as=docx")
            .expect(200)
            .bytes();
    assertThat(docx).startsWith('P', 'K');
  }

  @Test
  void breaksOffAtOnceAndWhenThePermitGoes() throws IOException {
    Files.writeString(root.resolve("app.log"), "begun\n");
    consent();
    String permit = permit(root);
    Map<String, ?> virus = Map.of("kind", "test-virus", "file", "abort.com");

    String aborted = drill(virus);
    manager.post(aborted + "/start", Map.of()).expect(200);
    assertThat(root.resolve("abort.com")).exists();
    signatory.post(aborted + "/abort", Map.of("reason", "影响业务")).expect(200);
    assertThat(root.resolve("abort.com")).doesNotExist();
    assertThat(manager.get(aborted).text("endedHow")).isEqualTo("aborted");
    signatory.post(aborted + "/abort", Map.of("reason", "再一次")).expect(409);

    String revoked = drill(virus);
    manager.post(revoked + "/start", Map.of()).expect(200);
    manager.post("/api/permits/" + permit + "/revoke", Map.of("reason", "停止")).expect(200);
    SERVER.bean(UndoWatch.class).look();
    assertThat(root.resolve("abort.com")).doesNotExist();
    assertThat(manager.get(revoked).text("endedWhy")).contains("授权已失效");
  }

  @Test
  void leavesNothingWhenOneOfSeveralCannotBePlaced() throws IOException {
    Files.writeString(root.resolve("taken.com"), "somebody's");
    consent();
    var _ = permit(root);
    String drill =
        drill(
            Map.of("kind", "test-virus", "file", "first.com"),
            Map.of("kind", "test-virus", "file", "taken.com"));

    assertThat(manager.post(drill + "/start", Map.of()).expect(409).text("code"))
        .isEqualTo("injection-refused");

    assertThat(root.resolve("first.com")).doesNotExist();
    assertThat(root.resolve("taken.com")).hasContent("somebody's");
    assertThat(manager.get(drill).text("endedHow")).isEqualTo("refused");
  }

  @Test
  void touchesOnlyWhatIsConfiguredAndAgreed() {
    String mark = "/api/drill-assets/" + signed.asset("host", "别的主机", "127.0.0.1");
    manager.put(mark, Map.of("root", "/etc")).expect(400);
    manager.put(mark, Map.of("root", SERVER.drillGround().toString())).expect(400);
    manager.put(mark, Map.of("root", SERVER.drillGround() + "/../x")).expect(400);
    manager.put(mark, Map.of("root", root.toString(), "service", "sshd")).expect(400);
    engineer.post("/api/drill-assets/" + asset + "/consent", Map.of()).expect(403);
    UUID other = SERVER.client("别的甲方");
    SERVER
        .as("client-signatory", other)
        .post(
            "/api/drill-assets/" + asset + "/consent",
            Map.of("name", "某人", "drawing", Drawing.SIGNATURE))
        .expect(404);
  }

  private static String drill(Map<?, ?>... artefacts) {
    List<Map<String, Object>> wishes =
        Arrays.stream(artefacts)
            .map(artefact -> Map.<String, Object>of("assetId", asset, "artefact", artefact))
            .toList();
    return "/api/drills/"
        + engineer
            .post(
                "/api/drills",
                Map.of(
                    "planId", plan,
                    "scenario", 0,
                    "title", "网站攻击应急演练",
                    "goal", "检验发现与处置",
                    "environment", "演练站点",
                    "participants", "监测岗、处置岗",
                    "abortCriteria", "影响真实业务",
                    "limitMinutes", 30,
                    "artefacts", wishes))
            .expect(201)
            .text("id");
  }

  private static void consent() {
    signatory
        .post(
            "/api/drill-assets/" + asset + "/consent",
            Map.of("name", "周主任", "drawing", Drawing.SIGNATURE))
        .expect(200);
  }

  private static String permit(Path folder) {
    Map<String, Object> permit =
        Map.of(
            "clientId",
            signed.client(),
            "targets",
            List.of("path:" + folder),
            "methods",
            List.of("drill"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2099-01-01T00:00:00Z",
            "signatory",
            "周主任");
    String id =
        manager
            .form(
                "/api/permits",
                Map.of("permit", permit),
                "file",
                "授权书.txt",
                "同意演练".getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .text("id");
    permits.add(id);
    return id;
  }

  private static JsonNode artefact(String drill, String kind) {
    for (JsonNode one : manager.get(drill).expect(200).json().path("artefacts")) {
      if (one.path("artefact").path("kind").asString().equals(kind)) {
        return one;
      }
    }
    throw new AssertionError("no " + kind);
  }
}
