package org.shouyue.server.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// What is refused before and after a contract is signed, and what shows although nobody acted.
class PuttingInForceTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private final SignedContract desk = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
  private final Browser manager = desk.manager();

  @Test
  void refusesAContractWithOpenAmbiguities() throws Exception {
    String text = sample("managed-cloud-security.txt");
    String id =
        manager
            .form(
                "/api/contracts",
                Map.of("clientId", desk.client().toString()),
                "file",
                "c.txt",
                text.getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .text("id");

    var refused =
        manager
            .post("/api/contracts/" + id + "/in-force", Map.of("signedOn", "2026-01-01"))
            .expect(409);

    assertThat(refused.text("code")).isEqualTo("ambiguities-open");
    assertThat(refused.json().path("open").size()).isPositive();
    assertThat(
            manager.get("/api/obligations?contract=" + id).expect(200).json().path("total").asInt())
        .isZero();
  }

  @Test
  void showsWhatNobodyDidAsMissedAndTakesItLate() throws Exception {
    UUID contract = desk.sign(desk.draft(sample("demo-site-and-host.txt")), "2025-12-22", null);
    Browser engineer = SERVER.as("engineer", desk.client());

    String upcoming = first(contract, "planned", "2026-06-01T00:00:00Z").path("id").asString();
    assertThat(submit(engineer, upcoming).expect(409).text("code")).isEqualTo("window-not-open");

    desk.advance(clock().plusSeconds(86_400L * 40).toString());
    JsonNode missed = first(contract, "missed", "2026-01-01T00:00:00Z");
    assertThat(missed.path("evidence").size()).isZero();
    JsonNode late = submit(engineer, missed.path("id").asString()).expect(200).json();

    assertThat(late.path("state").asString()).isEqualTo("late");
    assertThat(late.path("evidence").path(0).path("name").asString()).isEqualTo("月报.txt");
    JsonNode listed =
        manager
            .get("/api/obligations?state=late&contract=" + contract)
            .expect(200)
            .json()
            .path("items")
            .path(0)
            .path("evidence");
    assertThat(listed.valueStream().map(proof -> proof.path("name").asString()))
        .containsExactly("月报.txt", "说明.txt");
    assertThat(listed.path(0).path("digest").asString()).matches("[0-9a-f]{64}");
    assertThat(submit(engineer, missed.path("id").asString()).expect(409).text("code"))
        .isEqualTo("wrong-state");
  }

  @Test
  void takesPaymentsFromThoseWhoMayAndOnlyForInstalmentsThatExist() throws Exception {
    UUID contract = desk.sign(desk.draft(sample("demo-site-and-host.txt")), "2025-12-22", null);
    String path = "/api/contracts/" + contract;
    Map<String, Object> paid = Map.of("date", "2026-01-05", "amount", "1000.50");

    SERVER.as("engineer", desk.client()).post(path + "/payments", paid).expect(403);
    SERVER.as("client-signatory", desk.client()).post(path + "/payments", paid).expect(201);
    JsonNode entered = manager.get(path + "/payments").expect(200).json();
    var unknown =
        manager.post(path + "/payment-triggers", Map.of("instalment", 99, "date", "2026-01-05"));

    assertThat(entered.path(0).path("amount").asString()).isEqualTo("1000.50");
    assertThat(unknown.expect(400).text("errors.0.field")).isEqualTo("instalment");
  }

  @Test
  void letsOnlyTheClientsSignatoryWaive() throws Exception {
    UUID contract = desk.sign(desk.draft(sample("demo-site-and-host.txt")), "2025-12-22", null);
    String path =
        "/api/obligations/"
            + first(contract, "planned,due", "2026-06-01T00:00:00Z").path("id").asString()
            + "/waive";
    Map<String, String> reason = Map.of("reason", "本期不需要");

    SERVER.as("engineer", desk.client()).post(path, reason).expect(403);
    SERVER
        .as("client-signatory", SERVER.client("别家 " + UUID.randomUUID()))
        .post(path, reason)
        .expect(404);
    var waived = SERVER.as("client-signatory", desk.client()).post(path, reason).expect(200);

    assertThat(waived.text("state")).isEqualTo("waived");
    assertThat(waived.text("reason")).isEqualTo("本期不需要");
  }

  @Test
  void hidesAContractFromOtherClients() throws Exception {
    UUID contract = desk.draft(sample("demo-site-and-host.txt"));
    Browser stranger = SERVER.as("client-reader", SERVER.client("别家 " + UUID.randomUUID()));

    stranger.get("/api/contracts/" + contract).expect(404);
    stranger.get("/api/contracts/" + contract + "/source").expect(404);
    assertThat(stranger.get("/api/contracts").expect(200).json().path("total").asInt()).isZero();
  }

  @Test
  void leavesASignedContractAsItIs() throws Exception {
    UUID contract = desk.sign(desk.draft(sample("demo-site-and-host.txt")), "2025-12-22", null);
    JsonNode body = manager.get("/api/contracts/" + contract).expect(200).json().path("body");

    assertThat(manager.put("/api/contracts/" + contract + "/body", body).expect(409).text("code"))
        .isEqualTo("not-a-draft");
  }

  @Test
  void stopsAtTheQuota() throws Exception {
    UUID contract = desk.sign(desk.draft(sample("demo-site-and-host.txt")), "2025-12-22", null);
    JsonNode services = manager.get("/api/contracts/" + contract + "/services").expect(200).json();
    String quota = "";
    for (JsonNode service : services) {
      quota =
          service.path("way").asString().equals("quota") ? service.path("id").asString() : quota;
    }
    Map<String, Object> wish =
        Map.of("contractId", contract, "kind", "change", "title", "改栏目名", "serviceId", quota);
    for (int n = 0; n < 10; n++) {
      manager.post("/api/tickets", wish).expect(201);
    }

    assertThat(manager.post("/api/tickets", wish).expect(409).text("code"))
        .isEqualTo("quota-used-up");
  }

  private Instant clock() {
    return Instant.parse(manager.get("/api/clock").expect(200).text("now"));
  }

  private static Browser.Answer submit(Browser engineer, String obligation) {
    return engineer.form(
        "/api/obligations/" + obligation + "/submission",
        Map.of("note", "补交"),
        "file",
        "月报.txt",
        "内容".getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode first(UUID contract, String state, String from) {
    JsonNode items =
        manager
            .get(
                "/api/obligations?size=200&contract=%s&state=%s&from=%s"
                    .formatted(contract, state, from))
            .expect(200)
            .json()
            .path("items");
    for (JsonNode item : items) {
      boolean later = item.path("windowFrom").asString().compareTo(from) >= 0;
      if (item.path("way").asString().equals("manual") && (later || state.equals("missed"))) {
        return item;
      }
    }
    throw new AssertionError("no manual obligation is " + state);
  }

  private static String sample(String name) throws Exception {
    return Files.readString(Path.of("../contract/samples/" + name));
  }
}
