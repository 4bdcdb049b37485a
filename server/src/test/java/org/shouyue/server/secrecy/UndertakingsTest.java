package org.shouyue.server.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.contract.Secrecy;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Nobody of the provider sees a client that demands undertakings without one (contract 2 annex 2
/// §3(8), contract 5 §6.3).
class UndertakingsTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final String FIVE_YEARS =
      """
      网站安全运维服务合同

      甲方：某县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为一年，自2026年1月1日起至2026年12月31日止。

      第二条 服务内容
      （一）安全巡检。乙方应每月对云服务器进行一次安全巡检，提交《巡检报告》。

      第三条 保密条款
      双方应对在履约过程中获悉的保密信息承担保密义务，保密期限为 5 年。
      """;

  private final SignedContract served = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
  private final UUID client = served.client();
  private final Browser signatory = SERVER.as("client-signatory", client);
  private final Browser engineer = SERVER.as("engineer", client);

  @Test
  void hidesTheClientUntilTheUndertakingIsSignedAndAfterItIsWithdrawn() {
    UUID contract = served.sign(served.draft(FIVE_YEARS), "2026-01-01", null);
    assertThat(sees(engineer)).isTrue();

    demand(signatory);

    assertThat(sees(engineer)).isFalse();
    assertThat(engineer.get("/api/contracts/" + contract).status()).isEqualTo(404);
    assertThat(sees(SERVER.admin())).isFalse();
    Browser.Answer mine = engineer.get("/api/undertakings/mine").expect(200);
    assertThat(mine.text("0.clientId")).isEqualTo(client.toString());
    assertThat(mine.text("0.state")).isEqualTo("missing");
    assertThat(mine.text("0.barred")).isEqualTo("true");

    Browser.Answer text = engineer.get("/api/undertakings/mine/" + client).expect(200);
    assertThat(text.text("text")).contains("青禾数安科技有限公司", "为期 5 年").doesNotContain("{");
    Browser.Answer signed = sign(engineer).expect(201);
    assertThat(Instant.parse(signed.text("until")))
        .isEqualTo(
            Instant.parse(signed.text("signedAt")).atZone(ZoneOffset.UTC).plusYears(5).toInstant());
    assertThat(sees(engineer)).isTrue();
    assertThat(signatory.get("/api/undertakings?client=" + client).text("items.0.state"))
        .isEqualTo("in-force");
    String evidence = "/api/evidence/" + contract + "/" + signed.text("evidenceSeq");
    assertThat(engineer.get(evidence).expect(200).text("name")).isEqualTo("signature.png");
    assertThat(engineer.get("/api/undertakings/" + signed.text("id") + "/wording").text("text"))
        .isEqualTo(text.text("text"));

    String withdraw = "/api/undertakings/" + signed.text("id") + "/withdraw";
    signatory.post(withdraw, Map.of("reason", "离岗")).expect(200);
    assertThat(sees(engineer)).isFalse();
    signatory.post(withdraw, Map.of("reason", "离岗")).expect(409);
  }

  @Test
  void endsTheAccessWithTheTermOfTheContract() {
    served.sign(served.draft(FIVE_YEARS), "2026-01-01", null);
    demand(signatory);
    UUID person = UUID.fromString(engineer.person().path("id").asString());
    signatory
        .form("/api/undertakings/paper", paper(person, "2019-01-01"), "file", "纸质.pdf", PDF)
        .expect(201);

    assertThat(sees(engineer)).isFalse();
    assertThat(engineer.get("/api/undertakings/mine").text("0.state")).isEqualTo("expired");

    signatory
        .form("/api/undertakings/paper", paper(person, "2025-12-01"), "file", "纸质.pdf", PDF)
        .expect(201);
    assertThat(sees(engineer)).isTrue();
    signatory
        .form("/api/undertakings/paper", paper(person, "2026-12-31"), "file", "纸质.pdf", PDF)
        .expect(400);
  }

  @Test
  void letsOnlyTheClientLoosenWhatItDemands() {
    demand(signatory);
    sign(SERVER.admin()).expect(201);
    Map<String, ?> nothing = rule(false, false);

    SERVER.admin().put("/api/secrecy/rules/" + client, nothing).expect(403);
    engineer.put("/api/secrecy/rules/" + client, nothing).expect(403);
    SERVER.admin().put("/api/secrecy/rules/" + client, rule(true, true)).expect(200);
    signatory.put("/api/secrecy/rules/" + client, nothing).expect(200);

    assertThat(sees(engineer)).isTrue();
  }

  @Test
  void refusesAnotherTextAnEmptyDrawingAndAStrangersClient() {
    demand(signatory);
    Map<String, String> other = Map.of("textSha256", "0".repeat(64), "drawing", Drawing.SIGNATURE);

    engineer.post("/api/undertakings/mine/" + client, other).expect(409);
    String sha256 = engineer.get("/api/undertakings/mine/" + client).text("sha256");
    engineer
        .post("/api/undertakings/mine/" + client, Map.of("textSha256", sha256, "drawing", "x"))
        .expect(400);
    Browser stranger = SERVER.as("engineer", SERVER.client("别家 " + UUID.randomUUID()));
    assertThat(stranger.get("/api/undertakings/mine/" + client).status()).isEqualTo(404);
    assertThat(signatory.get("/api/undertakings/mine").status()).isEqualTo(403);
  }

  @Test
  void showsTheClientToApprovedPeopleOnly() {
    UUID contract = served.sign(served.draft(FIVE_YEARS), "2026-01-01", null);
    Map<String, ?> named =
        Map.of(
            "contractId",
            contract,
            "personId",
            engineer.person().path("id").asString(),
            "duty",
            "驻场巡检");
    String id = SERVER.admin().post("/api/named-people", named).expect(201).text("id");
    SERVER.admin().post("/api/named-people", named).expect(409);
    signatory.put("/api/secrecy/rules/" + client, rule(false, true)).expect(200);
    assertThat(sees(engineer)).isFalse();
    assertThat(engineer.get("/api/undertakings/mine").text("0.waitsForApproval")).isEqualTo("true");

    String person = "/api/named-people/" + id;
    engineer.post(person + "/decision", Map.of("approved", true)).expect(403);
    signatory.post(person + "/decision", Map.of("approved", false)).expect(400);
    signatory.post(person + "/decision", Map.of("approved", true)).expect(200);
    assertThat(sees(engineer)).isTrue();

    signatory.post(person + "/remove", Map.of("reason", "换人")).expect(200);
    assertThat(sees(engineer)).isFalse();
  }

  @Test
  void isDemandedByAContractThatSpeaksOfUndertakings() {
    String text = FIVE_YEARS + "乙方全体参与人员应签署书面《保密承诺书》。\n";

    served.sign(served.draft(text), "2026-01-01", null);

    assertThat(signatory.get("/api/secrecy/rules/" + client).text("undertakings"))
        .isEqualTo("true");
    assertThat(sees(SERVER.admin())).isFalse();
    sign(SERVER.admin()).expect(201);
    assertThat(sees(SERVER.admin())).isTrue();
  }

  /// Contract 2 annex 2 §3(6): each showing is asked for in writing and signed by the client first.
  @Test
  void letsNothingBeShownToThirdPartiesWithoutTheClientsSignature() {
    UUID contract = served.sign(served.draft(FIVE_YEARS), "2026-01-01", null);
    Map<String, ?> asked = SecrecyFurnishing.disclosure(contract, "某高校课题组");
    signatory.post("/api/disclosures", asked).expect(403);
    String one = "/api/disclosures/" + engineer.post("/api/disclosures", asked).text("id");
    Map<String, ?> note = Map.of("note", "现场演示");
    Map<String, String> consent =
        Map.of("consents", "true", "name", "张主任", "role", "主任", "drawing", Drawing.SIGNATURE);

    engineer.post(one + "/shown", note).expect(409);
    engineer.post(one + "/decision", consent).expect(403);
    signatory
        .post(one + "/decision", Map.of("consents", true, "name", "张主任", "role", "主任"))
        .expect(400);
    signatory
        .post(one + "/decision", Map.of("consents", false, "name", "张主任", "role", "主任"))
        .expect(400);
    Browser.Answer consented = signatory.post(one + "/decision", consent).expect(200);
    assertThat(
            engineer
                .get("/api/evidence/" + contract + "/" + consented.text("evidenceSeq"))
                .text("about"))
        .isEqualTo(one.replace("/api/disclosures/", "disclosure/"));
    signatory.post(one + "/decision", consent).expect(409);
    assertThat(engineer.post(one + "/shown", note).expect(200).text("state")).isEqualTo("shown");
    engineer.post(one + "/shown", note).expect(409);

    String other = "/api/disclosures/" + engineer.post("/api/disclosures", asked).text("id");
    signatory
        .post(
            other + "/decision",
            Map.of("consents", false, "name", "张主任", "role", "主任", "remark", "不必要"))
        .expect(200);
    engineer.post(other + "/shown", note).expect(409);
  }

  @Test
  void takesTheLongestTermOfSeveralClauses() {
    assertThat(SecrecyTerm.of(List.of(new Secrecy("P5Y", null), new Secrecy("P3Y", null))).said())
        .isEqualTo("为期 5 年");
    assertThat(
            SecrecyTerm.of(List.of(new Secrecy("P5Y", null), new Secrecy("unlimited", null)))
                .period())
        .isNull();
    assertThat(SecrecyTerm.of(List.of())).isEqualTo(SecrecyTerm.FOR_EVER);
    assertThat(SecrecyTerm.of(List.of(new Secrecy("P18M", null))).said()).isEqualTo("为期 18 个月");
  }

  private static final byte[] PDF = "扫描件".getBytes(StandardCharsets.UTF_8);

  private Map<String, ?> paper(UUID person, String day) {
    return Map.of("undertaking", Map.of("clientId", client, "personId", person, "signedOn", day));
  }

  private void demand(Browser who) {
    who.put("/api/secrecy/rules/" + client, rule(true, false)).expect(200);
  }

  private static Map<String, ?> rule(boolean undertakings, boolean named) {
    return Map.of("undertakings", undertakings, "namedOnly", named, "reason", "合同保密条款");
  }

  private Browser.Answer sign(Browser who) {
    String sha256 = who.get("/api/undertakings/mine/" + client).expect(200).text("sha256");
    return who.post(
        "/api/undertakings/mine/" + client,
        Map.of("textSha256", sha256, "drawing", Drawing.SIGNATURE));
  }

  private boolean sees(Browser who) {
    return who.get("/api/clients?size=200").expect(200).body().contains(client.toString());
  }
}
