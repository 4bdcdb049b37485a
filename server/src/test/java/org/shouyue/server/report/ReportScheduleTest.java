package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A year of reports by the demonstration contract: 运维月报 by the 25th of each month, an inspection
/// each quarter. Nothing is bound to an asset, so that people do all the work.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportScheduleTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static SignedContract desk;
  private static UUID contract;
  private static Browser manager;
  private static Browser client;
  private static Browser stranger;

  @BeforeAll
  static void sign() throws Exception {
    desk = new SignedContract(SERVER, "某市局");
    contract =
        desk.sign(
            desk.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
    manager = SERVER.admin();
    client = SERVER.as("client-signatory", desk.client());
    stranger = SERVER.as("client-signatory", SERVER.client("别局"));
  }

  @Test
  @Order(1)
  void drawsTheMonthsReportFiveDaysAheadAndKeepsItFromTheClient() {
    desk.advance("2026-01-20T15:00:00Z");
    assertThat(list(manager, "draft")).isEmpty();

    desk.advance("2026-01-20T17:00:00Z");

    JsonNode draft = list(manager, "draft").getFirst();
    assertThat(draft.path("kind").asString()).isEqualTo("monthly");
    assertThat(draft.path("period").asString()).isEqualTo("2026-01");
    assertThat(list(client, null)).isEmpty();
    client.get("/api/reports/" + draft.path("id").asString()).expect(404);
  }

  @Test
  @Order(2)
  void goesFromDraftToReceivedAndKeepsTheObligation() {
    String id = list(manager, "draft").getFirst().path("id").asString();
    String path = "/api/reports/" + id;

    manager.post(path + "/send", Map.of()).expect(409);
    client.post(path + "/approve", Map.of()).expect(403);
    manager.post(path + "/approve", Map.of()).expect(200);
    SERVER.as("engineer", desk.client()).post(path + "/send", Map.of()).expect(200);
    stranger.post(path + "/receive", Map.of()).expect(404);
    manager.post(path + "/receive", Map.of()).expect(403);
    client.post(path + "/receive", Map.of()).expect(200);

    JsonNode report = client.get(path).expect(200).json();
    assertThat(report.path("state").asString()).isEqualTo("received");
    assertThat(report.path("steps").valueStream().map(s -> s.path("step").asString()))
        .containsExactly("approve", "send", "receive");
    manager.post(path + "/withdraw", Map.of("reason", "更正")).expect(409);
    JsonNode line = schedule().getFirst();
    assertThat(line.path("state").asString()).isEqualTo("done");
    assertThat(line.path("reportId").asString()).isEqualTo(id);
    String evidence =
        manager.get("/api/evidence?contract=" + contract + "&size=200").expect(200).body();
    assertThat(evidence).contains(report.path("number").asString() + ".pdf", "履约凭据.json");
  }

  @Test
  @Order(3)
  void missedIsMissedAndLateIsLate() {
    desk.advance("2026-03-01T00:00:00Z");
    assertThat(schedule().get(1).path("state").asString()).isEqualTo("missed");

    String february = schedule().get(1).path("reportId").asString();
    manager.post("/api/reports/" + february + "/approve", Map.of()).expect(200);
    manager.post("/api/reports/" + february + "/send", Map.of()).expect(200);

    assertThat(schedule().get(1).path("state").asString()).isEqualTo("late");
  }

  @Test
  @Order(4)
  void aWithdrawnReportIsDrawnAgain() {
    desk.advance("2026-03-21T00:00:00Z");
    String first = schedule().get(2).path("reportId").asString();
    manager.post("/api/reports/" + first + "/withdraw", Map.of("reason", "数据有误")).expect(200);

    desk.advance("2026-03-21T01:00:00Z");

    String second = schedule().get(2).path("reportId").asString();
    assertThat(second).isNotEmpty().isNotEqualTo(first);
  }

  @Test
  @Order(5)
  void reportsAnInspectionAndAGraveFault() {
    String inspection =
        manager
            .get("/api/obligations?contract=" + contract + "&state=due&size=200")
            .expect(200)
            .json()
            .path("items")
            .valueStream()
            .filter(one -> one.path("title").asString().equals("安全巡检"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    manager
        .form(
            "/api/obligations/" + inspection + "/submission",
            Map.of("note", "三台主机正常"),
            "file",
            "巡检记录.txt",
            "正常".getBytes(StandardCharsets.UTF_8))
        .expect(200);
    assertThat(about("obligation/" + inspection).path("kind").asString()).isEqualTo("inspection");

    String ticket =
        manager
            .post(
                "/api/tickets",
                Map.of(
                    "contractId", contract,
                    "kind", "fault",
                    "severity", "high",
                    "title", "门户网站无法访问",
                    "body", "首页返回 502"))
            .expect(201)
            .text("id");
    for (String step : List.of("respond", "resolve", "close")) {
      manager
          .post("/api/tickets/" + ticket + "/events", Map.of("type", step, "text", "已处理"))
          .expect(200);
    }
    JsonNode fault = about("ticket/" + ticket);
    assertThat(fault.path("kind").asString()).isEqualTo("fault");
    String html =
        client.get("/api/reports/" + fault.path("id").asString() + "/file?as=html").body();
    assertThat(html).contains("门户网站无法访问", "故障处理报告", "首页返回 502", "关闭");
    stranger.post("/api/reports/faults", Map.of("ticketId", ticket)).expect(403);
    manager.post("/api/reports/faults", Map.of("ticketId", ticket)).expect(201);
    manager.post("/api/reports/faults", Map.of("ticketId", UUID.randomUUID())).expect(404);
  }

  @Test
  @Order(6)
  void recordsMaintenanceAndAdoptsWhatAPersonDraws() {
    manager
        .post(
            "/api/reports",
            Map.of("contractId", contract, "kind", "maintenance", "period", "2026-Q1"))
        .expect(201);
    manager
        .post(
            "/api/reports", Map.of("contractId", contract, "kind", "monthly", "period", "2026-Q1"))
        .expect(400);
    desk.advance("2026-04-02T00:00:00Z");
    String april =
        manager
            .post(
                "/api/reports",
                Map.of("contractId", contract, "kind", "monthly", "period", "2026-04"))
            .expect(201)
            .text("id");

    assertThat(schedule().get(3).path("reportId").asString()).isEqualTo(april);
  }

  @Test
  @Order(7)
  void coversTheWholeYearWithoutAGap() {
    manager
        .put("/api/report-schedule/lead", Map.of("clientId", desk.client(), "days", 3))
        .expect(200);
    manager
        .put("/api/report-schedule/lead", Map.of("clientId", desk.client(), "days", 0))
        .expect(400);
    desk.advance("2026-12-31T00:00:00Z");

    List<LocalDate[]> spans = new ArrayList<>();
    for (JsonNode line : schedule()) {
      String id = line.path("reportId").asString();
      JsonNode dossier =
          JsonMapper.shared()
              .readTree(manager.get("/api/reports/" + id + "/file?as=json").expect(200).body());
      spans.add(
          new LocalDate[] {
            LocalDate.parse(dossier.path("from").asString()),
            LocalDate.parse(dossier.path("to").asString())
          });
    }
    spans.sort(Comparator.comparing(span -> span[0]));
    assertThat(spans).hasSize(12);
    for (int i = 5; i < spans.size(); i++) {
      assertThat(spans.get(i)[0]).isEqualTo(spans.get(i - 1)[1].plusDays(1));
    }
  }

  private static List<JsonNode> list(Browser browser, String state) {
    return browser
        .get(
            "/api/reports?size=200&contract=" + contract + (state == null ? "" : "&state=" + state))
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private static JsonNode about(String thing) {
    return manager.get("/api/reports?about=" + thing).expect(200).json().path("items").path(0);
  }

  private static List<JsonNode> schedule() {
    return manager
        .get("/api/report-schedule?size=200&contract=" + contract)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }
}
