package org.shouyue.server.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Contract 2 §4: bulletins are gathered, sent to those whom they concern with the affected assets
/// and the fix, and followed until they are known and mended.
class BulletinFlowTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-03-02T00:00:00Z");

  private SignedContract desk;
  private UUID contract;
  private UUID portal;
  private UUID archive;
  private String product;
  private Browser manager;
  private Browser engineer;
  private Browser reader;
  private Instant now;

  @BeforeEach
  void putAContractInForce() throws IOException {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    product = "中间件" + mark;
    manager = SERVER.admin();
    desk = new SignedContract(manager, "通告甲方 " + mark);
    portal = desk.asset("system", "政务网", "政务网");
    archive = desk.asset("system", "档案系统", "档案系统");
    String text = Files.readString(Path.of("../contract/samples/cloud-availability.txt"));
    contract = desk.sign(desk.draft(text), "2026-02-20", null);
    engineer = SERVER.as("engineer", desk.client());
    reader = SERVER.as("client-reader", desk.client());
    now = Instant.parse(manager.get("/api/clock").expect(200).text("now"));
    install(portal, product, "1.4.2");
    install(archive, product, null);
  }

  @Test
  void sendsABulletinToThoseWhomItConcerns() {
    SignedContract other = new SignedContract(manager, "无关甲方 " + UUID.randomUUID());
    Browser stranger = SERVER.as("client-reader", other.client());
    String id = write(advisory("<1.5.0"));
    assertThat(outcomes(engineer.get(at(id)).expect(200).json()))
        .containsEntry("政务网", "affected")
        .containsEntry("档案系统", "unknown");
    reader.get(at(id)).expect(404);
    engineer.post(at(id) + "/publish", Map.of()).expect(403);

    JsonNode told = manager.post(at(id) + "/publish", Map.of()).expect(200).json();

    JsonNode mine = line(told);
    assertThat(mine.path("assets")).hasSize(2);
    String ticket = mine.path("assets").path(0).path("ticketId").asString();
    assertThat(manager.get("/api/tickets/" + ticket).expect(200).body())
        .contains("rectification", "升级到 1.5.0", portal.toString());
    assertThat(mine.path("assets").path(1).path("ticketId").isNull()).isTrue();
    assertThat(mine.path("sending").path("contractId").asString()).isEqualTo(contract.toString());
    String paper = mine.path("sending").path("paperId").asString();
    assertThat(reader.get("/api/reports/" + paper + "/file?as=html").expect(200).body())
        .contains("政务网", "待核实", "升级到 1.5.0");
    assertThat(kept("done")).isEqualTo(1);
    assertThat(manager.post(at(id) + "/publish", Map.of()).expect(409).text("code"))
        .isEqualTo("wrong-state");

    stranger.get(at(id)).expect(404);
    stranger.post(at(id) + "/acknowledge", Map.of()).expect(404);
    assertThat(stranger.get("/api/bulletins").expect(200).body()).doesNotContain(product);
    SERVER.as("engineer", other.client()).get(at(id)).expect(404);
    assertThat(reader.get("/api/bulletins?q=" + product).expect(200).json().path("total").asInt())
        .isEqualTo(1);
    assertThat(reader.get(at(id)).expect(200).json().path("editions")).isEmpty();
  }

  @Test
  void isAcknowledgedOrReminded() {
    String id = publish(write(advisory("<1.5.0")));
    assertThat(reader.get("/api/portal/awaiting").expect(200).body())
        .contains("acknowledge-bulletin", id);

    desk.advance(now.plus(Duration.ofHours(25)).toString());
    assertThat(line(manager.get(at(id)).json()).path("sending").path("reminded").asInt())
        .isEqualTo(1);
    assertThat(reader.get("/api/inbox").expect(200).body()).contains("尚未确认");

    engineer.post(at(id) + "/acknowledge", Map.of()).expect(403);
    JsonNode told =
        reader.post(at(id) + "/acknowledge", Map.of("remark", "今晚升级")).expect(200).json();
    assertThat(line(told).path("sending").path("acknowledgedBy").asString()).isEqualTo("某人");
    assertThat(told.path("acknowledged").asInt()).isEqualTo(1);
    reader.post(at(id) + "/acknowledge", Map.of()).expect(200);
    assertThat(reader.get("/api/portal/awaiting").expect(200).body()).doesNotContain(id);
    desk.advance(now.plus(Duration.ofDays(5)).toString());
    assertThat(line(manager.get(at(id)).json()).path("sending").path("reminded").asInt())
        .isEqualTo(1);
  }

  @Test
  void takesASourcesNewerVersionAsTheSameBulletin() {
    String first = csaf("1", "<1.4.0");
    JsonNode taken = upload("a.json", first);
    String id = taken.path("items").path(0).path("id").asString();
    assertThat(taken.path("items").path(0).path("outcome").asString()).isEqualTo("taken");
    assertThat(outcome(upload("a.json", first))).isEqualTo("known");
    assertThat(outcomes(manager.get(at(id)).json())).containsEntry("政务网", "not-affected");
    install(archive, product, "1.3");
    publish(id);

    assertThat(outcome(upload("b.json", csaf("2", "<1.5.0")))).isEqualTo("updated");

    JsonNode revised = manager.get(at(id)).expect(200).json();
    assertThat(revised.path("revised").asBoolean()).isTrue();
    assertThat(reader.get(at(id)).json().path("version").asInt()).isEqualTo(1);
    engineer.put(at(id), Map.of("advisory", advisory("<9"), "why", "x")).expect(403);
    JsonNode sent = manager.post(at(id) + "/publish", Map.of()).expect(200).json();
    assertThat(outcomes(sent)).containsEntry("政务网", "affected").containsEntry("档案系统", "affected");
    assertThat(line(sent).path("sending").path("version").asInt()).isEqualTo(2);
    assertThat(reader.get(at(id)).json().path("version").asInt()).isEqualTo(2);
    assertThat(manager.get("/api/bulletins?q=" + product).json().path("total").asInt())
        .isEqualTo(1);
    assertThat(manager.get("/api/tickets?q=" + product).json().path("total").asInt()).isEqualTo(2);
    assertThat(kept("done")).isEqualTo(1);
    assertThat(sent.path("editions")).hasSize(2);
  }

  @Test
  void missesThePromiseWhenADraftLiesTooLong() {
    String id = write(advisory("<1.5.0"));

    desk.advance(now.plus(Duration.ofHours(26)).toString());

    assertThat(kept("missed")).isEqualTo(1);
    publish(id);
    assertThat(kept("late")).isEqualTo(1);
    assertThat(kept("missed")).isZero();
  }

  @Test
  void followsTheLedgerAndThePeopleWhoKnowBetter() {
    String id = publish(write(advisory("<1.5.0")));
    String judge = at(id) + "/assets/" + archive + "/judge";
    reader.post(judge, decision("affected")).expect(403);
    JsonNode judged = engineer.post(judge, decision("affected")).expect(200).json();
    assertThat(line(judged).findValuesAsString("judgedBy")).contains("某人");
    assertThat(manager.get("/api/tickets?q=" + product).json().path("total").asInt()).isEqualTo(2);

    install(portal, product, "1.5.0");
    assertThat(outcomes(manager.get(at(id)).json())).containsEntry("政务网", "not-affected");
    UUID later = desk.asset("system", "新系统", "新系统");
    install(later, product, "1.0.1");

    assertThat(outcomes(manager.get(at(id)).json())).containsEntry("新系统", "affected");
    assertThat(manager.get("/api/tickets?q=" + product).json().path("total").asInt()).isEqualTo(3);
    assertThat(reader.get("/api/inbox").expect(200).body()).contains("涉及更多资产");
  }

  @Test
  void reachesAlsoThoseWhomThePublisherMayNotSee() {
    UUID other = SERVER.client("别家 " + UUID.randomUUID());
    String id = write(advisory("<1.5.0"));
    Publishing publishing = SERVER.bean(Publishing.class);

    TenantScope.of(other).run(() -> publishing.publish(UUID.fromString(id), null, false));
    assertThat(manager.get(at(id)).json().path("lines")).isEmpty();
    desk.advance(now.plusSeconds(1).toString());

    assertThat(line(manager.get(at(id)).json()).path("sending").path("version").asInt())
        .isEqualTo(1);
    assertThat(manager.get("/api/tickets?q=" + product).json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void withdrawsWhatWasWrong() {
    String id = publish(write(advisory("<1.5.0")));
    String ticket =
        line(manager.get(at(id)).json()).path("assets").path(0).path("ticketId").asString();
    assertThat(manager.post(at(id) + "/dismiss", reason()).expect(409).text("code"))
        .isEqualTo("wrong-state");

    manager.post(at(id) + "/withdraw", reason()).expect(200);

    assertThat(reader.get(at(id)).expect(200).text("state")).isEqualTo("withdrawn");
    assertThat(reader.get("/api/portal/awaiting").expect(200).body()).doesNotContain(id);
    assertThat(manager.get("/api/tickets/" + ticket).expect(200).body()).contains("已撤回");
    String draft = write(advisory(""));
    engineer.post(at(draft) + "/dismiss", reason()).expect(200);
    assertThat(manager.post(at(draft) + "/publish", Map.of()).expect(409).text("code"))
        .isEqualTo("wrong-state");
  }

  @Test
  void refusesWhatCannotBeSent() {
    Map<String, Object> bare = new HashMap<>(advisory("<1"));
    bare.put("advice", "");
    assertThat(manager.post(at(write(bare)) + "/publish", Map.of()).expect(409).text("code"))
        .isEqualTo("no-remedy");
    bare.put("advice", "升级");
    bare.put("products", List.of());
    String general = write(bare);
    assertThat(manager.post(at(general) + "/publish", Map.of()).expect(409).text("code"))
        .isEqualTo("no-products");
    JsonNode sent =
        manager.post(at(general) + "/publish", Map.of("everybody", true)).expect(200).json();
    assertThat(line(sent).path("assets")).isEmpty();
    bare.put("products", ((List<?>) advisory("部分版本").get("products")));
    assertThat(engineer.post("/api/bulletins", Map.of("advisory", bare)).expect(400).body())
        .contains("products[0].versions");
    reader.post("/api/bulletins", Map.of("advisory", advisory("<1"))).expect(403);
  }

  @Test
  void takesFilesThatAreDroppedIntoTheFolder() throws IOException {
    Path folder = SERVER.home().toAbsolutePath().resolve("bulletins");
    String feed =
        CsafReadingTest.sample("feed.xml").replace("YL-2026-1", UUID.randomUUID().toString());
    drop(folder, "good.json", csaf("1", "<1.4.0"));
    drop(folder, "feed.xml", feed);
    drop(folder, "writing.json.part", "{");

    desk.advance(now.plusSeconds(1).toString());

    assertThat(names(folder.resolve("in"))).containsExactly("writing.json.part");
    assertThat(names(folder.resolve("done"))).anyMatch(name -> name.endsWith("_good.json"));
    String reason =
        names(folder.resolve("failed"))
            .filter(name -> name.endsWith("_feed.xml.reason.txt"))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(folder.resolve("failed").resolve(reason)))
        .contains("feed.xml", "第 13 行", "title", "没有标题");
    assertThat(engineer.get("/api/bulletins/files?q=feed.xml").expect(200).body())
        .contains("folder", "第 13 行");
    reader.get("/api/bulletins/files").expect(403);
    assertThat(manager.get("/api/bulletins?way=feed&q=Nginx").json().path("total").asInt())
        .isPositive();
  }

  private static void drop(Path folder, String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve("in").resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
    }
  }

  private void install(UUID asset, String name, String version) {
    Map<String, Object> installed = new HashMap<>(Map.of("name", name));
    installed.put("version", version);
    manager
        .put("/api/assets/" + asset + "/products", Map.of("products", List.of(installed)))
        .expect(200);
  }

  private Map<String, Object> advisory(String versions) {
    return Map.of(
        "title",
        product + " 远程执行漏洞",
        "severity",
        "critical",
        "summary",
        "未授权的远程执行。",
        "cves",
        List.of("CVE-2026-10001"),
        "advice",
        "升级到 1.5.0",
        "products",
        List.of(
            Map.of("vendor", "", "name", product, "standing", "affected", "versions", versions)));
  }

  private String csaf(String version, String range) {
    return CsafReadingTest.sample("tomcat.json")
        .replace("QS-2026-0007", product)
        .replace("青杉中间件 Tomcat 发行版", product)
        .replace("\"Apache\"", "\"\"")
        .replace("\"Tomcat\"", "\"" + product + "\"")
        .replace("cpe:2.3:a:apache:tomcat:*:*:*:*:*:*:*:*", "")
        .replace("\"version\": \"1\"", "\"version\": \"" + version + "\"")
        .replace("vers:maven/>=9.0.0|<9.0.31", range)
        .replace("<8.5.51", range);
  }

  private String write(Map<String, Object> advisory) {
    return engineer.post("/api/bulletins", Map.of("advisory", advisory)).expect(201).text("id");
  }

  private String publish(String id) {
    manager.post(at(id) + "/publish", Map.of()).expect(200);
    return id;
  }

  private JsonNode upload(String name, String content) {
    return engineer
        .form(
            "/api/bulletins/files",
            Map.of(),
            "file",
            name,
            content.getBytes(StandardCharsets.UTF_8))
        .expect(200)
        .json();
  }

  private static String outcome(JsonNode imported) {
    return imported.path("items").path(0).path("outcome").asString();
  }

  private JsonNode line(JsonNode told) {
    return StreamSupport.stream(told.path("lines").spliterator(), false)
        .filter(line -> line.path("clientId").asString().equals(desk.client().toString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line of ours in " + told));
  }

  private Map<String, String> outcomes(JsonNode told) {
    Map<String, String> outcomes = new HashMap<>();
    for (JsonNode asset : line(told).path("assets")) {
      outcomes.put(asset.path("asset").asString(), asset.path("outcome").asString());
    }
    return outcomes;
  }

  private int kept(String state) {
    return manager
        .get("/api/obligations?contract=" + contract + "&service=2.9&state=" + state)
        .expect(200)
        .json()
        .path("total")
        .asInt();
  }

  private static Map<String, Object> decision(String outcome) {
    return Map.of("outcome", outcome, "why", "现场核对");
  }

  private static Map<String, Object> reason() {
    return Map.of("reason", "误报");
  }

  private static String at(String id) {
    return "/api/bulletins/" + id;
  }
}
