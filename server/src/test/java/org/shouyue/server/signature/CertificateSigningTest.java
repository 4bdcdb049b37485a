package org.shouyue.server.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.signature.TestAuthority.Keys;
import org.shouyue.server.signature.TestAuthority.Person;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSignature;
import tools.jackson.databind.JsonNode;

/// A signatory signs a statement with a certificate instead of by hand.
class CertificateSigningTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final TestAuthority CA = new TestAuthority(Keys.SM2, "国家测试机构");

  private static UUID client;
  private static UUID contract;
  private static Browser manager;
  private static Browser signatory;

  @BeforeAll
  static void trust() throws Exception {
    SignedContract desk = new SignedContract(SERVER, "云溪县人民政府办公室");
    client = desk.client();
    contract =
        desk.sign(
            desk.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
    manager = SERVER.admin();
    signatory = SERVER.as("client-signatory", client);
    byte[] root = Certificates.pem(CA.root()).getBytes(StandardCharsets.US_ASCII);
    manager.form("/api/trust/anchors", Map.of(), "file", "ca.pem", root).expect(201);
    manager.form("/api/trust/anchors", Map.of(), "file", "ca.pem", root).expect(409);
    signatory.form("/api/trust/anchors", Map.of(), "file", "ca.pem", root).expect(403);
  }

  @Test
  void confirmsAStatementWithACertificateAlone() {
    String statement = statement();
    JsonNode signature = signed(signatory, "statement/" + statement, false, CA.person("某人"));

    assertThat(signature.path("state").asString()).as(signature.toString()).isEqualTo("valid");
    confirm(signatory, statement, signature, false).expect(200);
    JsonNode seen =
        manager.get("/api/signatures?about=statement/" + statement).expect(200).json().path(0);
    assertThat(seen.path("algorithm").asString()).isEqualTo("SM3 / SM2");
    assertThat(
            manager
                .get("/api/evidence/" + contract + "/" + seen.path("evidenceSeq").asLong())
                .expect(200)
                .body())
        .contains(".p7s");
  }

  @Test
  void putsTheSignatureIntoThePdf() {
    String statement = statement();

    JsonNode signature = signed(signatory, "statement/" + statement, true, CA.person("某人"));

    assertThat(signature.path("state").asString()).as(signature.toString()).isEqualTo("valid");
    assertThat(
            signatory
                .get("/api/evidence/" + contract + "/" + signature.path("evidenceSeq").asLong())
                .expect(200)
                .body())
        .contains("-signed.pdf");
    confirm(signatory, statement, signature, false).expect(200);
  }

  @Test
  void letsNoInvalidSignatureStandAndNoUnknownOneAlone() {
    String statement = statement();
    String about = "statement/" + statement;
    JsonNode invalid = signed(signatory, about, false, CA.person("别人"));
    TestAuthority stranger = new TestAuthority(Keys.RSA, "无人认识的机构");
    JsonNode unknown = signed(signatory, about, false, stranger, stranger.person("某人"));

    assertThat(invalid.path("state").asString()).isEqualTo("invalid");
    assertThat(confirm(signatory, statement, invalid, true).expect(409).text("code"))
        .isEqualTo("certificate-invalid");
    assertThat(unknown.path("state").asString()).isEqualTo("unknown");
    assertThat(confirm(signatory, statement, unknown, false).expect(409).text("code"))
        .isEqualTo("certificate-unknown");
    confirm(signatory, statement, unknown, true).expect(200);
  }

  @Test
  void keepsOffersAndSignaturesToTheirOwners() {
    String statement = statement();
    Browser elsewhere = SERVER.as("client-signatory", SERVER.client("别局"));
    Map<String, ?> wanted = Map.of("about", "statement/" + statement, "pdf", false);

    elsewhere.post("/api/signatures/offers", wanted).expect(404);
    String offer = signatory.post("/api/signatures/offers", wanted).expect(201).text("id");
    elsewhere.get("/api/signatures/offers/" + offer + "/content").expect(404);
    manager.get("/api/signatures/offers/" + offer + "/content").expect(404);
    signatory
        .form("/api/signatures/offers/" + offer, Map.of(), "file", "a.p7s", new byte[] {1})
        .expect(400);
    JsonNode own = signed(signatory, "statement/" + statement, false, CA.person("某人"));
    confirm(manager, statement, own, false).expect(404);
    assertThat(elsewhere.get("/api/signatures?about=statement/" + statement).body())
        .isEqualTo("[]");
  }

  @Test
  void holdsThePersonToTheCertificateThatWasRegistered() {
    Browser other = SERVER.as("client-signatory", client);
    Person registered = CA.person("某人");
    Person second = CA.person("某人");
    String path = "/api/signatures/certificates";
    other.form(path, Map.of(), "file", "a.pem", pem(CA.person("别人"))).expect(400);
    String id =
        other.form(path, Map.of(), "file", "a.pem", pem(registered)).expect(201).text("0.id");
    String about = "statement/" + statement();

    assertThat(signed(other, about, false, second).path("state").asString()).isEqualTo("invalid");
    assertThat(signed(other, about, false, registered).path("state").asString()).isEqualTo("valid");
    other.delete(path + "/" + id).expect(200);
    assertThat(signed(other, about, false, second).path("state").asString()).isEqualTo("valid");
  }

  private static byte[] pem(Person person) {
    return Certificates.pem(person.certificate()).getBytes(StandardCharsets.US_ASCII);
  }

  /// One that nobody has confirmed; all are drawn up at the same instant of the replayed clock.
  private static String statement() {
    JsonNode billing =
        manager.post("/api/billing/statements", Map.of("contractId", contract)).expect(201).json();
    return billing
        .path("statements")
        .valueStream()
        .filter(one -> one.path("signatures").isEmpty())
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static JsonNode signed(Browser by, String about, boolean pdf, Person person) {
    return signed(by, about, pdf, CA, person);
  }

  private static JsonNode signed(
      Browser by, String about, boolean pdf, TestAuthority authority, Person person) {
    String offer =
        by.post("/api/signatures/offers", Map.of("about", about, "pdf", pdf))
            .expect(201)
            .text("id");
    byte[] content = by.get("/api/signatures/offers/" + offer + "/content").expect(200).bytes();
    return by.form(
            "/api/signatures/offers/" + offer,
            Map.of(),
            "file",
            "signature.p7s",
            authority.signed(person, content))
        .expect(201)
        .json();
  }

  private static Browser.Answer confirm(
      Browser by, String statement, JsonNode signature, boolean drawn) {
    Map<String, Object> given = new HashMap<>();
    given.put("name", "某人");
    given.put("role", "主任");
    given.put("certificate", signature.path("id").asString());
    if (drawn) {
      given.put("drawing", TestSignature.drawn());
    }
    return by.post("/api/billing/statements/" + statement + "/confirm", given);
  }
}
