package org.shouyue.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.evidence.PackageVerifier;
import org.shouyue.evidence.VerifyResult;
import org.shouyue.server.signature.TestCertificate;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class AcceptanceFlowTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private SignedContract contract;

  @BeforeAll
  void serveHalfAYear() {
    contract = SignedContract.on(SERVER, "云溪县人民政府办公室");
    contract.at("2026-01-20T02:00:00Z");
    contract.submit("月报");
    contract.at("2026-04-20T02:00:00Z");
    contract.submit("巡检");
    contract.at("2026-07-02T02:00:00Z");
  }

  @Test
  void packageTellsWhatWasDoneLateAndNeverDone() {
    JsonNode detail = contract.published("2026-01-01", "2026-06-30");

    assertThat(detail.get("state").asString()).isEqualTo("published");
    assertThat(detail.get("replayed").asBoolean()).isTrue();
    JsonNode tally = detail.get("tally");
    assertThat(tally.get("done").asInt()).isEqualTo(1);
    assertThat(tally.get("late").asInt()).isEqualTo(1);
    assertThat(tally.get("missed").asInt()).isPositive();
    assertThat(clause(detail, "端口").get("verdict").asString()).isIn("missed", "unknown");
    assertThat(clause(detail, "巡检").get("verdict").asString()).isEqualTo("missed");
  }

  @Test
  void figuresOfThePackageAreTheObligationsOnRecord() throws IOException {
    JsonNode detail = contract.published("2026-01-01", "2026-06-30");
    JsonNode json = JsonMapper.shared().readTree(file(detail, "acceptance.json").bytes());

    int occurrences = 0;
    var states = new HashMap<String, Integer>();
    for (JsonNode clause : json.get("clauses")) {
      for (JsonNode occurrence : clause.get("occurrences")) {
        occurrences++;
        states.merge(occurrence.get("outcome").asString(), 1, Integer::sum);
      }
    }

    assertThat(occurrences).isPositive();
    assertThat(states.getOrDefault("missed", 0))
        .isEqualTo(detail.get("tally").get("missed").asInt());
    assertThat(recorded("missed", "2026-07-01T00:00:00+08:00")).isEqualTo(states.get("missed"));
  }

  @Test
  void everyEvidenceLinkLeadsToAFileWithItsDigest() {
    JsonNode detail = contract.published("2026-01-01", "2026-06-30");
    JsonNode json = JsonMapper.shared().readTree(file(detail, "acceptance.json").bytes());

    assertThat(json.get("evidence").size()).isPositive();
    for (JsonNode record : json.get("evidence")) {
      byte[] content = file(detail, record.get("path").asString()).bytes();
      assertThat(PackageFolder.sha256(content)).isEqualTo(record.get("sha256").asString());
    }
    String html = file(detail, "acceptance.html").body();
    assertThat(html)
        .contains("href=\"" + json.get("evidence").get(0).get("path").asString() + "\"");
  }

  @Test
  void clientSignsOnceAndWhatWasSignedStaysAsItWas() throws IOException {
    JsonNode detail = contract.published("2026-01-01", "2026-06-30");
    String id = detail.get("id").asString();
    byte[] before = file(detail, "acceptance.pdf").bytes();
    Browser signatory = SERVER.as("client-signatory", contract.client);

    Browser.Answer signed =
        signatory.post("/api/acceptances/" + id + "/sign", signature("accepted", ""));

    JsonNode now = signed.expect(200).json();
    assertThat(now.get("state").asString()).isEqualTo("signed");
    assertThat(now.get("signature").get("name").asString()).isEqualTo("王主任");
    assertThat(file(detail, "acceptance.pdf").bytes()).isEqualTo(before);
    assertThat(file(detail, "sign-off/sign-off.html").body()).contains("验收通过", "王主任");
    assertThat(
            new String(
                file(detail, "sign-off/sign-off.pdf").bytes(), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(zipped(file(detail, "package.zip").bytes()))
        .containsKeys("sign-off/signature.png", "README.md", "acceptance.docx");
    Files.write(Path.of("target", "package.zip"), file(detail, "package.zip").bytes());
    signatory.post("/api/acceptances/" + id + "/sign", signature("accepted", "")).expect(409);
    assertThat(recordedSignature(id)).isEqualTo(3);
  }

  @Test
  void clientSignsTheManifestOrTheReportWithACertificate() throws IOException {
    for (boolean pdf : List.of(false, true)) {
      JsonNode detail = contract.published("2026-01-01", "2026-03-31");
      String id = detail.get("id").asString();
      Browser signatory = SERVER.as("client-signatory", contract.client);
      String certificate = TestCertificate.signed(SERVER, signatory, "acceptance/" + id, pdf);

      Map<String, String> given =
          Map.of("name", "某人", "role", "主任", "certificate", certificate, "verdict", "accepted");
      Browser other = SERVER.as("client-signatory", contract.client);
      other.post("/api/acceptances/" + id + "/sign", given).expect(404);
      JsonNode now = signatory.post("/api/acceptances/" + id + "/sign", given).expect(200).json();

      assertThat(now.get("state").asString()).isEqualTo("signed");
      assertThat(zipped(file(detail, "package.zip").bytes())).containsKey("sign-off/signature.png");
    }
  }

  @Test
  void packageVerifiesOfflineUntilAnyFileIsTakenAway(@TempDir Path folder) throws IOException {
    JsonNode detail = contract.published("2026-01-01", "2026-06-30");
    Browser signatory = SERVER.as("client-signatory", contract.client);
    signatory
        .post(
            "/api/acceptances/" + detail.get("id").asString() + "/sign", signature("accepted", ""))
        .expect(200);
    Map<String, byte[]> entries = zipped(file(detail, "package.zip").bytes());
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }

    assertThat(PackageVerifier.verify(folder)).isInstanceOf(VerifyResult.Intact.class);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.delete(file);
      assertThat(PackageVerifier.verify(folder))
          .as(entry.getKey())
          .isInstanceOf(VerifyResult.Broken.class);
      Files.write(file, entry.getValue());
    }
    assertThat(entries)
        .containsKeys(
            "contract.txt",
            "SHA256SUMS",
            "records.ndjson",
            "sign-off/signed-manifest.json",
            "sign-off/signed-manifest.sm2.sig");
    assertThat(PackageFolder.sha256(entries.get("sign-off/signed-manifest.json")))
        .isEqualTo(
            SERVER
                .admin()
                .get("/api/acceptances/" + detail.get("id").asString())
                .text("signature.packageDigest"));
  }

  @Test
  void refusalNeedsAReason() {
    JsonNode detail = contract.published("2026-01-01", "2026-02-28");
    String path = "/api/acceptances/" + detail.get("id").asString() + "/sign";
    Browser signatory = SERVER.as("client-signatory", contract.client);

    signatory.post(path, signature("refused", "")).expect(400);
    JsonNode refused = signatory.post(path, signature("refused", "端口监测未执行")).expect(200).json();

    assertThat(refused.get("state").asString()).isEqualTo("refused");
  }

  @Test
  void onlyTheClientsOwnSignatorySigns() {
    JsonNode detail = contract.published("2026-01-01", "2026-01-31");
    String path = "/api/acceptances/" + detail.get("id").asString() + "/sign";
    Browser stranger = SERVER.as("client-signatory", SERVER.client("别的单位"));

    SERVER.admin().post(path, signature("accepted", "")).expect(403);
    SERVER.as("client-reader", contract.client).post(path, signature("accepted", "")).expect(403);
    stranger.post(path, signature("accepted", "")).expect(404);
    stranger.get("/api/acceptances/" + detail.get("id").asString()).expect(404);
    stranger
        .get("/api/acceptances/" + detail.get("id").asString() + "/file/acceptance.pdf")
        .expect(404);
    SERVER
        .as("engineer", contract.client)
        .post(
            "/api/acceptances",
            Map.of("contractId", contract.id, "from", "2026-01-01", "to", "2026-01-31"))
        .expect(403);
  }

  @Test
  void emptyOrFalseDrawingsAreRefused() throws IOException {
    JsonNode detail = contract.published("2026-01-01", "2026-01-31");
    String path = "/api/acceptances/" + detail.get("id").asString() + "/sign";
    Browser signatory = SERVER.as("client-signatory", contract.client);

    signatory.post(path, signature("accepted", "", drawing(false))).expect(400);
    signatory.post(path, signature("accepted", "", "data:image/png;base64,AAAA")).expect(400);
    signatory.post(path, signature("accepted", "", "javascript:alert(1)")).expect(400);
  }

  @Test
  void nothingOutsideThePackageIsServed() {
    JsonNode detail = contract.published("2026-01-01", "2026-01-31");
    String base = "/api/acceptances/" + detail.get("id").asString() + "/file/";

    assertThat(SERVER.admin().get(base + "..%2F..%2Fkeys%2Fsession").status()).isIn(400, 404);
    SERVER.admin().get(base + "evidence/").expect(404);
    SERVER.admin().get(base + "nothing.pdf").expect(404);
  }

  @Test
  void periodOutsideTheTermIsRefused() {
    SERVER
        .admin()
        .post(
            "/api/acceptances",
            Map.of("contractId", contract.id, "from", "2025-01-01", "to", "2026-01-31"))
        .expect(400);
    SERVER
        .admin()
        .post(
            "/api/acceptances",
            Map.of("contractId", contract.id, "from", "2026-03-01", "to", "2026-01-31"))
        .expect(400);
  }

  @Test
  void monthlyReportComesInEveryFormat() throws IOException {
    Browser.Answer report =
        SERVER
            .admin()
            .post(
                "/api/reports",
                Map.of("contractId", contract.id, "kind", "monthly", "period", "2026-01"))
            .expect(201);

    assertThat(report.json().get("tally").get("done").asInt()).isEqualTo(1);
    for (String format : new String[] {"html", "pdf", "docx", "json"}) {
      Browser.Answer file =
          SERVER
              .admin()
              .get("/api/reports/" + report.text("id") + "/file?as=" + format)
              .expect(200);
      assertThat(file.bytes()).hasSizeGreaterThan(1000);
    }
    SERVER.admin().get("/api/reports/" + report.text("id") + "/file?as=exe").expect(400);
    assertThat(
            SERVER.admin().get("/api/reports?contract=" + contract.id).json().get("total").asInt())
        .isPositive();
  }

  private static JsonNode clause(JsonNode detail, String word) {
    for (JsonNode clause : detail.get("clauses")) {
      if (clause.get("title").asString().contains(word)) {
        return clause;
      }
    }
    throw new AssertionError("no clause about " + word + " in " + detail.get("clauses"));
  }

  private static Browser.Answer file(JsonNode detail, String name) {
    return SERVER
        .admin()
        .get("/api/acceptances/" + detail.get("id").asString() + "/file/" + name)
        .expect(200);
  }

  private int recorded(String state, String until) {
    return count(
        "select count(*) from obligation where contract_id = '%s' and state = '%s' and due_at <= '%s'"
            .formatted(contract.id, state, until));
  }

  private static int recordedSignature(String id) {
    return count(
        "select count(*) from evidence_record where about = 'acceptance/%s'".formatted(id));
  }

  private static int count(String sql) {
    try (var connection = SERVER.database().connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<String, byte[]> zipped(byte[] zip) throws IOException {
    var entries = new HashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static Map<String, Object> signature(String verdict, String remarks) {
    try {
      return signature(verdict, remarks, drawing(true));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<String, Object> signature(String verdict, String remarks, String drawing) {
    return Map.of(
        "name", "王主任", "role", "办公室主任", "drawing", drawing, "remarks", remarks, "verdict", verdict);
  }

  private static String drawing(boolean drawn) throws IOException {
    var image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
    if (drawn) {
      var surface = image.createGraphics();
      surface.setColor(Color.BLACK);
      surface.drawLine(10, 80, 120, 20);
      surface.drawLine(120, 20, 280, 70);
      surface.dispose();
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
