package org.shouyue.server.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Contract 1 §2-18 and contract 4 §1.3.2: what others found is fixed, retested and answered in
/// time.
class NoticeFlowTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private SignedContract desk;
  private UUID client;
  private UUID contract;
  private UUID site;
  private Browser engineer;
  private Browser reader;
  private Instant now;

  @BeforeEach
  void putAContractInForce() throws Exception {
    String name = "通报甲方 " + UUID.randomUUID().toString().substring(0, 8);
    desk = new SignedContract(SERVER.admin(), name);
    client = desk.client();
    site = desk.asset("site", "政务门户", "http://www.yunxi.gov.cn/");
    String text = Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"));
    contract = desk.sign(desk.draft(text), "2026-01-01", null);
    engineer = SERVER.as("engineer", client);
    reader = SERVER.as("client-reader", client);
    now = Instant.parse(engineer.get("/api/clock").expect(200).text("now"));
  }

  @Test
  void followsANoticeToTheReceiptOfItsAnswer() {
    JsonNode taken = engineer.post("/api/external", notice("云网信〔2026〕3号", 20)).expect(201).json();
    String id = taken.path("ticketId").asString();
    assertThat(taken.path("told").path(0).path("assetName").asString()).isEqualTo("政务门户");
    assertThat(taken.path("issuerKind").asString()).isEqualTo("internet-office");
    engineer.post("/api/external", notice("云网信〔2026〕3号", 20)).expect(409);

    assertThat(code(at(id, "answer"), Map.of("text", "已整改"))).isEqualTo("problems-open");
    assertThat(step(id, "resolve")).isEqualTo("notice-unanswered");
    assertThat(step(id, "close")).isEqualTo("notice-unanswered");
    assertThat(code(at(id, "problems/1/retest"), retest(true))).isEqualTo("fix-first");
    reader.post(at(id, "problems/1/fix"), Map.of("text", "x")).expect(403);
    engineer.post(at(id, "problems/1/fix"), Map.of("text", "参数化查询")).expect(200);
    engineer.post(at(id, "problems/1/retest"), retest(false)).expect(200);
    engineer.post(at(id, "problems/1/fix"), Map.of("text", "再修")).expect(200);
    engineer.post(at(id, "problems/1/retest"), retest(true)).expect(200);
    engineer.post(at(id, "problems/3/fix"), Map.of("text", "x")).expect(404);
    JsonNode settled =
        engineer.post(at(id, "problems/2/give-up"), Map.of("text", "旧系统下月停用")).expect(200).json();
    assertThat(settled.path("state").asString()).isEqualTo("settled");

    assertThat(code(at(id, "send"), Map.of("text", "邮寄"))).isEqualTo("answer-first");
    JsonNode answered =
        engineer.post(at(id, "answer"), Map.of("text", "问题一已整改。")).expect(200).json();
    String paper = answered.path("paperId").asString();
    assertThat(reader.get("/api/reports/" + paper + "/file?as=html").expect(200).body())
        .contains("云网信〔2026〕3号", "旧系统下月停用", "无法整改");
    JsonNode sent = engineer.post(at(id, "send"), Map.of("text", "邮寄")).expect(200).json();
    assertThat(sent.path("ticketState").asString()).isEqualTo("resolved");
    assertThat(sent.path("keeping").asString()).isEqualTo("kept");
    JsonNode closed =
        engineer
            .form(at(id, "receipt"), Map.of("text", "网信办王科长已收"), "file", "回执.pdf", bytes("回执"))
            .expect(200)
            .json();

    assertThat(closed.path("ticketState").asString()).isEqualTo("closed");
    assertThat(closed.path("state").asString()).isEqualTo("closed");
    assertThat(closed.path("steps")).hasSizeGreaterThan(7);
  }

  @Test
  void readsTheDocumentAndKeepsIt() {
    byte[] letter =
        bytes(
            """
            云溪县公安局
            云公网〔2026〕12号
            关于政务门户存在漏洞的通报
            http://www.yunxi.gov.cn/a 存在跨站漏洞
            请于2026年1月30日前反馈
            """);
    Map<String, String> mine = Map.of("contractId", contract.toString());
    JsonNode read =
        engineer.form("/api/external/reading", mine, "file", "通报.txt", letter).expect(200).json();
    assertThat(read.path("issuer").asString()).isEqualTo("云溪县公安局");
    assertThat(read.path("answerDue").asString()).isEqualTo("2026-01-30");
    assertThat(
            engineer
                .form("/api/external/reading", mine, "file", "坏.pdf", bytes("%PDF-1.4 坏"))
                .expect(400)
                .text("code"))
        .isEqualTo("document-unreadable");

    JsonNode taken =
        engineer
            .form(
                "/api/external/with-document",
                Map.of("notice", notice("云公网〔2026〕12号", 20)),
                "file",
                "通报.txt",
                letter)
            .expect(201)
            .json();
    long seq = taken.path("sourceSeq").asLong();
    assertThat(reader.get("/api/evidence/" + contract + "/" + seq + "/content").bytes())
        .isEqualTo(letter);
  }

  @Test
  void takesATableInOnceAndTellsWhatIsWrong() {
    byte[] table =
        bytes(
            """
            通报单位,文号,标题,答复期限,网址,问题
            县曝光台,A1,栏目未更新,2026-02-01,http://www.yunxi.gov.cn/x,未更新
            县曝光台,A1,栏目未更新,2026-02-01,http://www.yunxi.gov.cn/y,死链
            县曝光台,A2,错别字,尽快,http://www.yunxi.gov.cn/z,错别字
            """);
    Map<String, String> mine = Map.of("contractId", contract.toString());

    JsonNode first =
        engineer.form("/api/external/table", mine, "file", "通报.csv", table).expect(200).json();
    JsonNode again =
        engineer.form("/api/external/table", mine, "file", "通报.csv", table).expect(200).json();

    assertThat(first.path("opened")).hasSize(1);
    assertThat(first.path("refused").path(0).path("line").asInt()).isEqualTo(4);
    assertThat(first.path("refused").path(0).path("field").asString()).isEqualTo("答复期限");
    assertThat(again.path("opened")).isEmpty();
    assertThat(again.path("known")).hasSize(1);
    JsonNode page = engineer.get("/api/external/" + first.path("opened").path(0).asString()).json();
    assertThat(page.path("problems").asInt()).isEqualTo(2);
    assertThat(engineer.get("/api/external?format=csv").expect(200).body()).contains("栏目未更新");
  }

  @Test
  void tellsOfNoticesWhoseDayIsNearOrPast() {
    String id = engineer.post("/api/external", notice("B1", 10)).expect(201).text("ticketId");
    assertThat(engineer.get(at(id, "")).text("keeping")).isEqualTo("waiting");

    desk.advance(now.plus(Duration.ofDays(9)).toString());
    assertThat(engineer.get(at(id, "")).text("keeping")).isEqualTo("soon");
    desk.advance(now.plus(Duration.ofDays(12)).toString());

    assertThat(engineer.get(at(id, "")).text("keeping")).isEqualTo("overdue");
    assertThat(engineer.get("/api/external?pressed=true").json().path("items"))
        .extracting(one -> one.path("ticketId").asString())
        .contains(id);
  }

  @Test
  void matchesOnlyWhatIsTheClientsOwn() {
    String id = engineer.post("/api/external", notice("C1", 10)).expect(201).text("ticketId");
    UUID foreign =
        new SignedContract(SERVER.admin(), "别家 " + UUID.randomUUID()).asset("system", "外系统", "外系统");

    engineer.post(at(id, "problems/2/match"), Map.of("assetId", foreign)).expect(400);
    engineer.post(at(id, "problems/2/match"), Map.of("findingId", foreign)).expect(400);
    JsonNode page =
        engineer.post(at(id, "problems/2/match"), Map.of("assetId", site)).expect(200).json();
    assertThat(page.path("told").path(1).path("assetName").asString()).isEqualTo("政务门户");
  }

  private Map<String, Object> notice(String number, int days) {
    Map<String, Object> notice = new HashMap<>();
    notice.put("contractId", contract);
    notice.put("issuer", "云溪县网信办");
    notice.put("documentNumber", number);
    notice.put("title", "关于门户网站漏洞的通报");
    notice.put("answerDue", now.plus(Duration.ofDays(days)).toString().substring(0, 10));
    notice.put(
        "problems",
        List.of(
            Map.of("target", "http://www.yunxi.gov.cn/login", "description", "SQL注入"),
            Map.of("target", "10.9.9.9", "description", "旧系统弱口令")));
    return notice;
  }

  private static Map<String, Object> retest(boolean passed) {
    return Map.of("passed", passed, "text", "复测");
  }

  private static String at(String id, String act) {
    return "/api/external/" + id + (act.isEmpty() ? "" : "/" + act);
  }

  private String code(String path, Map<String, ?> body) {
    return engineer.post(path, body).expect(409).text("code");
  }

  private String step(String ticket, String type) {
    return code("/api/tickets/" + ticket + "/events", Map.of("type", type, "text", "x"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
