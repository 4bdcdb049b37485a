package org.shouyue.server.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One ticket desk, from the contract's words to what a broken one costs. The clock is replayed, so
/// the tests run in the order of time.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TicketDeskTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final List<NoticeWanted> NOTICES = Collections.synchronizedList(new ArrayList<>());

  private static SignedContract signed;
  private static UUID asset;
  private static UUID contract;
  private static Browser manager;
  private static Browser engineer;
  private static Browser signatory;
  private static Browser reader;

  @BeforeAll
  static void serve() throws Exception {
    SERVER
        .context()
        .addApplicationListener(event -> {
          if (event instanceof PayloadApplicationEvent<?> payload
              && payload.getPayload() instanceof NoticeWanted notice) {
            NOTICES.add(notice);
          }
        });
    signed = new SignedContract(SERVER, "云溪县人民政府办公室");
    asset = signed.asset("system", "门户网站", "portal");
    contract =
        contract(
            "门户网站或云服务器发生故障时，乙方应在接到通知后30分钟内响应，4小时内恢复正常，如无法按时恢复提前告知甲方。",
            "乙方未能在约定时间内恢复故障的，每次扣除违约金1000元。",
            asset);
    manager = SERVER.admin();
    engineer = SERVER.as("engineer", signed.client());
    signatory = SERVER.as("client-signatory", signed.client());
    reader = SERVER.as("client-reader", signed.client());
  }

  /// A contract with one service on the asset, these limits and this penalty.
  private static UUID contract(String limits, String penalty, UUID served) throws Exception {
    String text =
        Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))
            .replace("门户网站或云服务器发生故障时，乙方应在接到通知后30分钟内响应，4小时内恢复正常。", limits)
            .replace("任何一方有其他违约行为的，应按合同总金额的5%向守约方支付违约金。", penalty);
    UUID draft = signed.draft(text);
    ObjectNode body =
        (ObjectNode)
            signed.manager().get("/api/contracts/" + draft).expect(200).json().path("body");
    JsonNode training =
        body.path("services").valueStream().filter(item -> is(item, "training")).findFirst().get();
    ArrayNode services = JsonMapper.shared().createArrayNode();
    body.set("services", services.add(((ObjectNode) training.deepCopy()).put("id", "1")));
    signed.manager().put("/api/contracts/" + draft + "/body", body).expect(200);
    return signed.sign(draft, "2026-01-01", Map.of("1", List.of(served)));
  }

  private static boolean is(JsonNode item, String capability) {
    return item.path("capability").asString().contains(capability);
  }

  private static String open(Browser by, Map<String, ?> given) {
    Map<String, Object> body = new HashMap<>(Map.of("kind", "fault", "assetId", asset));
    body.putAll(given);
    return by.post("/api/tickets", body).expect(201).text("id");
  }

  private static Browser.Answer tell(Browser by, String id, String type, String text) {
    return by.post("/api/tickets/" + id + "/events", Map.of("type", type, "text", text));
  }

  private static JsonNode entry(JsonNode page, String type, String clock) {
    return page.path("history")
        .valueStream()
        .filter(one -> one.path("type").asString().equals(type))
        .filter(one -> clock == null || one.path("clock").asString("").equals(clock))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " " + clock + " in " + page));
  }

  private static JsonNode page(Browser by, String id) {
    return by.get("/api/tickets/" + id).expect(200).json();
  }

  private static List<NoticeWanted> told(String template, String id) {
    return NOTICES.stream()
        .filter(one -> one.template().equals(template) && one.about().equals("ticket/" + id))
        .toList();
  }

  @Test
  @Order(1)
  void findsTheContractThatServesTheAsset() {
    String id = open(engineer, Map.of("title", "打不开", "severity", "critical"));

    JsonNode page = page(engineer, id);
    assertThat(page.path("contractId").asString()).isEqualTo(contract.toString());
    assertThat(page.path("levelSubject").asString()).contains("故障");
    assertThat(page.path("forewarn").asBoolean()).isTrue();
    assertThat(page.path("clocks")).hasSize(2);
    assertThat(told("ticket-opened", id))
        .extracting(NoticeWanted::urgency)
        .contains(Urgency.DISASTER);
    assertThat(told("ticket-opened", id))
        .extracting(NoticeWanted::audience)
        .hasAtLeastOneElementOfType(Audience.OnDuty.class)
        .hasAtLeastOneElementOfType(Audience.OfRole.class);
  }

  @Test
  @Order(2)
  void refusesAnAssetThatNoContractServes() {
    UUID lonely = signed.asset("system", "旧系统", "old");

    Browser.Answer answer =
        engineer.post("/api/tickets", Map.of("kind", "fault", "title", "坏了", "assetId", lonely));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("no-contract-serves-asset");
    engineer
        .post("/api/tickets", Map.of("kind", "fault", "title", "x", "assetId", UUID.randomUUID()))
        .expect(404);
    engineer.post("/api/tickets", Map.of("kind", "fault", "title", "x")).expect(400);
  }

  @Test
  @Order(3)
  void saysWhenSeveralContractsServeTheAsset() throws Exception {
    UUID shared = signed.asset("system", "共用系统", "shared");
    UUID slow = contract("系统发生故障时，乙方应在2小时内响应，24小时内恢复正常。", "无。", shared);
    UUID quick = contract("系统发生故障时，乙方应在1小时内响应，8小时内恢复正常。", "无。", shared);

    JsonNode page = page(engineer, open(engineer, Map.of("title", "慢", "assetId", shared)));

    assertThat(page.path("contractId").asString())
        .isEqualTo(quick.toString())
        .isNotEqualTo(slow.toString());
    assertThat(entry(page, "open", null).path("text").asString()).contains("2 份在用合同");
  }

  @Test
  @Order(4)
  void keepsCommentsWithFilesAndHidesNotesFromTheClient() {
    String id = open(signatory, Map.of("title", "附件测试"));
    byte[] log = "第一行\n".getBytes(StandardCharsets.UTF_8);

    Browser.Answer commented =
        signatory
            .form(
                "/api/tickets/" + id + "/comments",
                Map.of("text", "请看凤凰日志"),
                "file",
                "../日志.txt",
                log)
            .expect(200);
    engineer
        .form(
            "/api/tickets/" + id + "/comments",
            Map.of("text", "内部：麒麟口令", "internal", "true"),
            "x",
            "",
            new byte[0])
        .expect(200);

    JsonNode file = entry(commented.json(), "comment", null).path("files").path(0);
    assertThat(file.path("name").asString()).isEqualTo(".._日志.txt");
    Browser.Answer content =
        reader.get(
            "/api/evidence/%s/%s/content"
                .formatted(file.path("contractId").asString(), file.path("seq").asInt()));
    assertThat(content.bytes()).isEqualTo(log);
    assertThat(page(engineer, id).toString()).contains("麒麟口令");
    assertThat(page(reader, id).toString()).doesNotContain("麒麟口令");
    assertThat(found(reader, "凤凰日志")).containsExactly(id);
    assertThat(found(reader, "麒麟")).isEmpty();
    assertThat(found(engineer, "麒麟口令")).containsExactly(id);
    assertThat(found(engineer, "凰日")).containsExactly(id);
    assertThat(found(engineer, "凤日")).isEmpty();
    signatory
        .form(
            "/api/tickets/" + id + "/comments",
            Map.of("text", "x", "internal", "true"),
            "x",
            "",
            new byte[0])
        .expect(403);
    engineer
        .form("/api/tickets/" + id + "/comments", Map.of("text", "x"), "file", "空.txt", new byte[0])
        .expect(400);
    engineer
        .form(
            "/api/tickets/" + id + "/comments",
            Map.of("text", "x"),
            "file",
            "大.bin",
            new byte[(20 << 20) + 1])
        .expect(413);
  }

  private static List<String> found(Browser by, String words) {
    return by.get("/api/tickets?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  @Test
  @Order(5)
  void tiesTicketsToThingsAndShowsTheTieFromBothSides() {
    String one = open(engineer, Map.of("title", "甲"));
    String other = open(engineer, Map.of("title", "乙"));
    String number = page(engineer, other).path("number").asString();

    engineer
        .post("/api/tickets/" + one + "/links", Map.of("kind", "ticket", "target", number))
        .expect(200);
    engineer
        .post(
            "/api/tickets/" + one + "/links", Map.of("kind", "service", "target", contract + "/1"))
        .expect(200);
    engineer
        .post("/api/tickets/" + one + "/links", Map.of("kind", "ticket", "target", other))
        .expect(409);
    engineer
        .post(
            "/api/tickets/" + one + "/links",
            Map.of("kind", "obligation", "target", UUID.randomUUID()))
        .expect(404);

    JsonNode back = page(reader, other).path("links").path(0);
    assertThat(back.path("target").asString()).isEqualTo(one);
    assertThat(back.path("label").asString()).endsWith("甲");
    assertThat(
            engineer
                .get("/api/tickets?about=service/" + contract + "/1")
                .expect(200)
                .json()
                .path("total")
                .asInt())
        .isEqualTo(1);
    engineer.delete("/api/tickets/" + other + "/links/" + back.path("id").asString()).expect(200);
    assertThat(page(engineer, one).path("links")).hasSize(1);
    reader
        .post("/api/tickets/" + one + "/links", Map.of("kind", "ticket", "target", other))
        .expect(403);
  }

  @Test
  @Order(6)
  void givesTicketsToPeopleAndTellsThem() {
    String id = open(engineer, Map.of("title", "派单"));
    String me = engineer.person().path("id").asString();
    String client = reader.person().path("id").asString();

    manager.put("/api/tickets/" + id + "/assignee", Map.of("personId", me)).expect(200);
    manager.put("/api/tickets/" + id + "/assignee", Map.of("personId", client)).expect(404);
    reader.put("/api/tickets/" + id + "/watching", Map.of("on", true)).expect(200);
    engineer
        .post("/api/tickets/" + id + "/events", Map.of("type", "comment", "text", "在看"))
        .expect(200);

    assertThat(told("ticket-assigned", id))
        .singleElement()
        .extracting(NoticeWanted::audience)
        .isEqualTo(new Audience.Persons(List.of(UUID.fromString(me))));
    assertThat(told("ticket-comment", id))
        .singleElement()
        .extracting(NoticeWanted::audience)
        .isEqualTo(new Audience.Persons(List.of(UUID.fromString(client))));
    assertThat(engineer.get("/api/tickets?assignee=me").expect(200).json().path("total").asInt())
        .isEqualTo(1);
    assertThat(reader.get("/api/tickets?watched=true").expect(200).text("items.0.id"))
        .isEqualTo(id);
  }

  @Test
  @Order(7)
  void doesManyAtOnceAndAnswersEachForItself() {
    String one = open(engineer, Map.of("title", "批量一"));
    String other = open(engineer, Map.of("title", "批量二"));
    tell(engineer, other, "respond", "在看").expect(200);

    JsonNode done =
        engineer
            .post(
                "/api/tickets/bulk",
                Map.of("ids", List.of(one, other, UUID.randomUUID()), "act", "respond"))
            .expect(200)
            .json();

    assertThat(done.path(0).path("ok").asBoolean()).isTrue();
    assertThat(done.path(1).path("code").asString()).isEqualTo("wrong-state");
    assertThat(done.path(2).path("code").asString()).isEqualTo("not-found");
    assertThat(page(engineer, one).path("state").asString()).isEqualTo("responded");
    signatory.post("/api/tickets/bulk", Map.of("ids", List.of(one), "act", "assign")).expect(200);
    engineer.post("/api/tickets/bulk", Map.of("ids", List.of(one), "act", "delete")).expect(400);
    reader.post("/api/tickets/bulk", Map.of("ids", List.of(one), "act", "close")).expect(403);
  }

  @Test
  @Order(8)
  void sharesSavedFiltersWithOnesOwnSideOnly() {
    Map<String, Object> filter = Map.of("name", "快超时", "query", "pressed=true", "shared", true);

    String id = engineer.post("/api/tickets/filters", filter).expect(201).text("id");

    engineer.post("/api/tickets/filters", filter).expect(409);
    assertThat(manager.get("/api/tickets/filters").expect(200).body()).contains("快超时");
    assertThat(reader.get("/api/tickets/filters").expect(200).body()).doesNotContain("快超时");
    manager.delete("/api/tickets/filters/" + id).expect(404);
    engineer.delete("/api/tickets/filters/" + id).expect(204);
  }

  @Test
  @Order(9)
  void exportsEachClockInColumnsOfItsOwn() {
    String csv = engineer.get("/api/tickets?format=csv&kind=fault").expect(200).body();

    assertThat(csv.lines().findFirst().orElseThrow()).contains("respondDue", "resolveState");
    assertThat(csv).doesNotContain("ClockItem");
  }

  /// Contract 4 §1.1: 如无法处理完成提前告知用户.
  @Test
  @Order(20)
  void recordsWhatABrokenLimitCostsAndThatNobodyToldTheClient() {
    String silent = open(engineer, Map.of("title", "没人管", "severity", "high"));
    String warned = open(engineer, Map.of("title", "提前说了", "severity", "high"));

    signed.advance("2026-01-01T03:30:00Z");
    assertThat(told("ticket-warn-80", silent)).isNotEmpty();
    assertThat(told("ticket-forewarn-client", silent)).hasSize(1);
    tell(engineer, warned, "forewarn", "").expect(400);
    tell(reader, warned, "forewarn", "可能晚一小时").expect(403);
    tell(engineer, warned, "forewarn", "可能晚一小时").expect(200);
    assertThat(told("ticket-told-client", warned)).hasSize(2);
    signed.advance("2026-01-01T05:00:00Z");

    JsonNode page = page(reader, silent);
    // The clause speaks of 恢复: a late answer costs nothing, a late solution does.
    assertThat(entry(page, "breach", "respond").path("text").asString()).contains("不针对该等级或该时限");
    JsonNode late = entry(page, "breach", "resolve");
    assertThat(late.path("amount").asString()).isEqualTo("1000.00");
    assertThat(late.path("text").asString()).contains("违约金 1000.00 元");
    assertThat(entry(page, "breach", "forewarn").path("at").asString())
        .isEqualTo("2026-01-01T04:00:00Z");
    assertThat(page(reader, warned).path("history").toString())
        .doesNotContain("\"clock\":\"forewarn\"");
    assertThat(told("ticket-breach", silent)).isNotEmpty();
    assertThat(manager.get("/api/contracts/" + contract + "/settlement").expect(200).body())
        .contains("service-level");
  }

  @Test
  @Order(21)
  void pausesForReasonsOfTheContractOnlyAndLetsTheClientDispute() {
    String id = open(engineer, Map.of("title", "暂停"));
    String events = "/api/tickets/" + id + "/events";

    tell(signatory, id, "dispute", "没有暂停过").expect(409);
    engineer.post(events, Map.of("type", "pause", "reason", "午休")).expect(400);
    engineer.post(events, Map.of("type", "pause", "reason", "等待甲方", "text", "等机房钥匙")).expect(200);
    tell(signatory, id, "dispute", "钥匙早已送到").expect(200);

    JsonNode page = page(reader, id);
    assertThat(entry(page, "pause", null).path("who").asString()).isEqualTo("某人");
    assertThat(entry(page, "dispute", null).path("text").asString()).isEqualTo("钥匙早已送到");
    assertThat(page.path("pauses").toString()).contains("不可抗力", "等待第三方");
    assertThat(told("ticket-disputed", id)).hasSize(1);
  }
}
