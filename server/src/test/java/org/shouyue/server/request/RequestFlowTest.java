package org.shouyue.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Contract 3 §5.2: named contacts, reviewed requests, warned, refused, confirmed in writing; and
/// the quota of contract 4 §1.4.
class RequestFlowTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final byte[] LETTER = "我方确认执行".getBytes(StandardCharsets.UTF_8);

  private UUID client;
  private UUID contract;
  private Browser manager;
  private Browser engineer;
  private Browser signatory;
  private Browser reader;

  @BeforeEach
  void putAContractInForce() throws Exception {
    SignedContract desk =
        new SignedContract(SERVER.admin(), "请求甲方 " + UUID.randomUUID().toString().substring(0, 8));
    client = desk.client();
    manager = desk.manager();
    String text = Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"));
    contract = desk.sign(desk.draft(text), "2026-01-01", null);
    engineer = SERVER.as("engineer", client);
    signatory = SERVER.as("client-signatory", client);
    reader = SERVER.as("client-reader", client);
  }

  @Test
  void keepsOnePrimaryContactAndTheirHistory() {
    assertThat(contacts("secondary", "李四").expect(409).text("code")).isEqualTo("primary-first");
    String first = contacts("primary", "张三").expect(201).text("id");
    contacts("secondary", "李四").expect(201);
    String second = contacts("primary", "王五").expect(201).text("id");

    JsonNode old = signatory.get("/api/contacts/" + first).expect(200).json();
    assertThat(old.path("until").asString()).isNotEmpty();
    assertThat(old.path("endReason").asString()).contains("王五");
    JsonNode now =
        reader.get("/api/contacts?current=true&client=" + client).expect(200).json().path("items");
    assertThat(now)
        .extracting(one -> one.path("name").asString() + one.path("standing").asString())
        .containsExactlyInAnyOrder("王五primary", "李四secondary");
    assertThat(
            signatory
                .post("/api/contacts/" + second + "/end", Map.of("reason", "离职"))
                .expect(409)
                .text("code"))
        .isEqualTo("successor-first");
    reader.post("/api/contacts", contact("primary", "赵六")).expect(403);
    engineer.post("/api/contacts", contact("primary", "赵六")).expect(403);
  }

  @Test
  void letsTheClientConfirmWhatTheProviderEntered() {
    String id = manager.post("/api/contacts", contact("primary", "张三")).expect(201).text("id");
    assertThat(signatory.get("/api/contacts/" + id).json().path("confirmedAt").isNull()).isTrue();

    manager.post("/api/contacts/" + id + "/confirm", Map.of()).expect(403);
    signatory.post("/api/contacts/" + id + "/confirm", Map.of()).expect(200);

    assertThat(signatory.get("/api/contacts/" + id).text("confirmedAt")).isNotEmpty();
  }

  @Test
  void takesAPhoneRequestOnlyFromARegisteredNumber() {
    String contact = contacts("primary", "张三").expect(201).text("id");

    Map<String, Object> wrong = phone(contact, "13999999999");
    assertThat(engineer.post("/api/requests", wrong).expect(400).text("errors.0.field"))
        .isEqualTo("callback");
    JsonNode taken =
        engineer.post("/api/requests", phone(contact, "+86 138 0000 0001")).expect(201).json();

    assertThat(taken.path("askedBy").asString()).isEqualTo("张三");
    assertThat(taken.path("proof").asString()).contains("回拨");
    assertThat(taken.path("stage").asString()).isEqualTo("submitted");
    reader.post("/api/requests", phone(contact, "13800000001")).expect(403);
  }

  @Test
  void takesAWebRequestOnlyFromWhoeverSpeaksForTheClient() {
    contacts("primary", "张三").expect(201);
    assertThat(reader.post("/api/requests", web(null)).expect(409).text("code"))
        .isEqualTo("not-a-contact");

    Map<String, Object> linked = new HashMap<>(contact("secondary", "读者"));
    linked.put("personId", reader.person().path("id").asString());
    signatory.post("/api/contacts", linked).expect(201);

    JsonNode taken = reader.post("/api/requests", web(null)).expect(201).json();
    assertThat(taken.path("proven").asBoolean()).isTrue();
    engineer.post("/api/requests", web(null)).expect(400);
  }

  @Test
  void holdsWorkUpUntilTheReviewLetsItPass() {
    String id = signatory.post("/api/requests", web(null)).expect(201).text("ticketId");

    assertThat(step(id, "resolve").expect(409).text("code")).isEqualTo("request-unreviewed");
    assertThat(step(id, "arrive").expect(409).text("code")).isEqualTo("request-unreviewed");
    step(id, "comment").expect(200);
    assertThat(engineer.post("/api/requests/" + id + "/accept", Map.of()).expect(409).text("code"))
        .isEqualTo("wrong-state");
    signatory.post("/api/requests/" + id + "/take", Map.of()).expect(403);
    engineer.post("/api/requests/" + id + "/take", Map.of()).expect(200);
    engineer.post("/api/requests/" + id + "/accept", Map.of()).expect(200);
    step(id, "resolve").expect(200);
    assertThat(signatory.get("/api/requests/" + id).text("stage")).isEqualTo("done");
    signatory.post("/api/requests/" + id + "/disagree", Map.of("text", "首页仍是旧图")).expect(200);
    step(id, "resolve").expect(200);
    JsonNode agreed = signatory.post("/api/requests/" + id + "/agree", Map.of()).expect(200).json();

    assertThat(agreed.path("stage").asString()).isEqualTo("agreed");
    assertThat(agreed.path("ticketState").asString()).isEqualTo("closed");
    assertThat(agreed.path("steps"))
        .extracting(one -> one.path("act").asString())
        .containsExactly("submit", "take", "accept", "disagree", "agree");
    assertThat(agreed.path("steps"))
        .allSatisfy(one -> assertThat(one.path("evidenceSeq").asLong()).isPositive());
  }

  @Test
  void worksOnARiskyRequestOnlyOnTheWrittenWordForItsExactWords() throws SQLException {
    String id = reviewed();
    JsonNode warned =
        engineer
            .post("/api/requests/" + id + "/warn", Map.of("text", "将中断办件系统约两小时"))
            .expect(200)
            .json();
    assertThat(warned.path("ticketState").asString()).isEqualTo("paused");
    assertThat(step(id, "resolve").expect(409).text("code")).isEqualTo("request-unconfirmed");
    assertThat(step(id, "resume").expect(409).text("code")).isEqualTo("request-unconfirmed");
    assertThat(engineer.post("/api/requests/" + id + "/accept", Map.of()).expect(409).text("code"))
        .isEqualTo("wrong-state");

    engineer.post("/api/requests/" + id + "/confirmation", signed("x")).expect(403);
    reader.post("/api/requests/" + id + "/confirmation", signed("x")).expect(403);
    assertThat(
            signatory
                .post("/api/requests/" + id + "/confirmation", signed("0".repeat(64)))
                .expect(409)
                .text("code"))
        .isEqualTo("words-changed");
    String digest = signatory.get("/api/requests/" + id).text("digest");
    JsonNode confirmed =
        signatory.post("/api/requests/" + id + "/confirmation", signed(digest)).expect(200).json();
    assertThat(confirmed.path("stage").asString()).isEqualTo("confirmed");
    assertThat(confirmed.path("ticketState").asString()).isEqualTo("responded");
    assertThat(confirmed.path("confirmations").path(0).path("digest").asString()).isEqualTo(digest);

    alter("update ticket set body = body || '，并删除旧库' where id = '%s'".formatted(id));
    assertThat(step(id, "resolve").expect(409).text("code")).isEqualTo("request-altered");
    alter("update ticket set body = replace(body, '，并删除旧库', '') where id = '%s'".formatted(id));
    step(id, "resolve").expect(200);
  }

  @Test
  void takesASignedDocumentOfANamedContactAsTheWrittenWord() {
    String contact = contacts("primary", "张三").expect(201).text("id");
    String id = reviewed();
    engineer.post("/api/requests/" + id + "/warn", Map.of("text", "有风险")).expect(200);
    String digest = engineer.get("/api/requests/" + id).text("digest");

    document(engineer, id, digest, UUID.randomUUID().toString(), LETTER).expect(404);
    document(engineer, id, digest, contact, new byte[0]).expect(400);
    JsonNode confirmed = document(engineer, id, digest, contact, LETTER).expect(200).json();

    JsonNode given = confirmed.path("confirmations").path(0);
    assertThat(given.path("way").asString()).isEqualTo("document");
    assertThat(given.path("name").asString()).isEqualTo("张三");
    byte[] kept =
        signatory
            .get(
                "/api/evidence/%s/%d/content"
                    .formatted(contract, given.path("evidenceSeq").asLong()))
            .expect(200)
            .bytes();
    assertThat(kept).isEqualTo(LETTER);
  }

  @Test
  void reviewsATicketThatWasOpenedOnTheTicketList() {
    String contact = contacts("primary", "张三").expect(201).text("id");
    String id =
        engineer
            .post(
                "/api/tickets", Map.of("contractId", contract, "kind", "request", "title", "加一个栏目"))
            .expect(201)
            .text("id");
    engineer.post("/api/requests/" + id + "/take", Map.of()).expect(200);
    assertThat(engineer.post("/api/requests/" + id + "/accept", Map.of()).expect(409).text("code"))
        .isEqualTo("not-attributed");

    engineer
        .post(
            "/api/requests/" + id + "/origin",
            Map.of("channel", "mail", "contactId", contact, "from", "other@example.cn"))
        .expect(400);
    assertThat(step(id, "close").expect(409).text("code")).isEqualTo("request-unreviewed");
    engineer.post("/api/requests/" + id + "/refuse", Map.of("text", "来源不明")).expect(200);

    assertThat(engineer.get("/api/requests/" + id).text("ticketState")).isEqualTo("closed");
    assertThat(step(id, "reopen").expect(409).text("code")).isEqualTo("request-over");
  }

  @Test
  void countsAQuotaOnceAndGivesItBackWithTheRequest() {
    String service = quotaService();
    String id = signatory.post("/api/requests", web(service)).expect(201).text("ticketId");
    assertThat(used(service)).isEqualTo(1);

    signatory.post("/api/requests/" + id + "/withdraw", Map.of("text", "不改了")).expect(200);
    assertThat(used(service)).isZero();
    for (int n = 0; n < 10; n++) {
      signatory.post("/api/requests", web(service)).expect(201);
    }

    assertThat(signatory.post("/api/requests", web(service)).expect(409).text("code"))
        .isEqualTo("quota-used-up");
    Map<String, Object> more = new HashMap<>(web(service));
    more.put("extra", true);
    JsonNode extra = signatory.post("/api/requests", more).expect(201).json();
    String eleventh = extra.path("ticketId").asString();
    assertThat(extra.path("extra").asBoolean()).isTrue();
    engineer.post("/api/requests/" + eleventh + "/take", Map.of()).expect(200);
    assertThat(
            engineer
                .post("/api/requests/" + eleventh + "/accept", Map.of())
                .expect(409)
                .text("code"))
        .isEqualTo("extra-needs-confirmation");
    engineer
        .post("/api/requests/" + eleventh + "/warn", Map.of("text", "超出限额，按每次 800 元增购"))
        .expect(200);
    String digest = signatory.get("/api/requests/" + eleventh).text("digest");
    signatory.post("/api/requests/" + eleventh + "/confirmation", signed(digest)).expect(200);
    JsonNode standing = standing(service);
    assertThat(standing.path("used").asInt()).isEqualTo(10);
    assertThat(standing.path("extra").asInt()).isEqualTo(1);
  }

  @Test
  void notesWhatCameByMessengerWithoutWorkingOnIt() {
    Map<String, Object> asked =
        Map.of("contractId", contract, "channel", "wechat", "who", "小张", "question", "首页能换图吗");
    String first = engineer.post("/api/consultations", asked).expect(201).text("id");
    String second = engineer.post("/api/consultations", asked).expect(201).text("id");
    Map<String, Object> informal = new HashMap<>(web(null));
    informal.put("origin", Map.of("channel", "wechat"));
    engineer.post("/api/requests", informal).expect(400);

    engineer.post("/api/consultations/" + first + "/answer", Map.of("text", "可以")).expect(200);
    assertThat(
            engineer
                .post("/api/consultations/" + first + "/answer", Map.of("text", "又"))
                .expect(409)
                .text("code"))
        .isEqualTo("consultation-closed");
    reader.post("/api/consultations/" + second + "/formal", web(null)).expect(409);
    String ticket =
        signatory
            .post("/api/consultations/" + second + "/formal", web(null))
            .expect(200)
            .text("ticketId");

    signatory.get("/api/requests/" + ticket).expect(200);
  }

  private String reviewed() {
    String id = signatory.post("/api/requests", web(null)).expect(201).text("ticketId");
    engineer.post("/api/requests/" + id + "/take", Map.of()).expect(200);
    return id;
  }

  private Map<String, Object> web(String service) {
    Map<String, Object> request = new HashMap<>();
    request.put("contractId", contract);
    request.put("title", "更换首页图片");
    request.put("body", "请换成国庆主题");
    request.put("origin", Map.of("channel", "web"));
    if (service != null) {
      request.put("serviceId", service);
    }
    return request;
  }

  private Map<String, Object> phone(String contact, String callback) {
    return Map.of(
        "contractId",
        contract,
        "title",
        "重启服务器",
        "body",
        "今晚重启",
        "origin",
        Map.of("channel", "phone", "contactId", contact, "callback", callback, "note", "来电要求"));
  }

  private static Map<String, Object> signed(String digest) {
    return Map.of("digest", digest, "name", "张主任", "office", "主任", "drawing", Drawing.SIGNATURE);
  }

  private Browser.Answer document(
      Browser by, String id, String digest, String contact, byte[] content) {
    return by.form(
        "/api/requests/" + id + "/confirmation-document",
        Map.of("confirmation", Map.of("digest", digest, "contactId", contact)),
        "file",
        "确认书.pdf",
        content);
  }

  private Map<String, Object> contact(String standing, String name) {
    return Map.of(
        "clientId", client,
        "standing", standing,
        "name", name,
        "phones", List.of("13800000001"),
        "mails", List.of("zhang@example.gov.cn"));
  }

  private Browser.Answer contacts(String standing, String name) {
    return signatory.post("/api/contacts", contact(standing, name));
  }

  private Browser.Answer step(String ticket, String type) {
    return engineer.post("/api/tickets/" + ticket + "/events", Map.of("type", type, "text", "x"));
  }

  private String quotaService() {
    for (JsonNode one : manager.get("/api/contracts/" + contract + "/services").json()) {
      if (one.path("way").asString().equals("quota")) {
        return one.path("id").asString();
      }
    }
    throw new AssertionError("no quota in the sample");
  }

  private JsonNode standing(String service) {
    for (JsonNode one : reader.get("/api/contracts/" + contract + "/quotas").expect(200).json()) {
      if (one.path("serviceId").asString().equals(service) && one.path("current").asBoolean()) {
        return one;
      }
    }
    throw new AssertionError("no standing of " + service);
  }

  private int used(String service) {
    return standing(service).path("used").asInt();
  }

  private static void alter(String sql) throws SQLException {
    try (var connection = SERVER.database().connect();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
