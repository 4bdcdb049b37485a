package org.shouyue.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Nothing of a client that wants to be asked leaves as a file before it said yes; everything that
/// leaves is written down and can be traced (contract 2 annex 2 §3(5), (6)).
class ExportFlowTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final String TEXT =
      """
      网站安全运维服务合同

      甲方：某县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为一年，自2026年1月1日起至2026年12月31日止。

      第二条 服务内容
      （一）安全巡检。乙方应每月对云服务器进行一次安全巡检，提交《巡检报告》。

      第三条 保密条款
      """;
  private static final String EACH_CASE =
      TEXT + "若乙方确有需要向第三方展示甲方数据信息及成果，需提前向甲方以一事一议的形式提交书面申请，由甲方签字盖章同意后方可施行。\n";

  private final SignedContract served = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
  private final UUID client = served.client();
  private final Browser signatory = SERVER.as("client-signatory", client);
  private final Browser engineer = SERVER.as("engineer", client);

  @Test
  void takesTheRuleFromTheContractAndLetsOnlyTheClientLoosenIt() {
    served.sign(served.draft(EACH_CASE), "2026-01-01", null);

    Browser.Answer rule = signatory.get("/api/exports/rules/" + client).expect(200);
    assertThat(rule.text("approval")).isEqualTo("true");
    assertThat(rule.text("reason")).contains("一事一议");

    Map<String, ?> looser = Map.of("approval", false, "reason", "不再需要");
    SERVER.admin().put("/api/exports/rules/" + client, looser).expect(403);
    signatory.put("/api/exports/rules/" + client, looser).expect(200);
    served.sign(served.draft(EACH_CASE), "2026-01-01", null);
    assertThat(signatory.get("/api/exports/rules/" + client).text("approval")).isEqualTo("false");
  }

  @Test
  void asksNobodyWhereNothingIsDemandedButWritesItDown() {
    served.asset("site", "门户", "https://www.example.cn/");

    Browser.Answer csv = engineer.get("/api/assets?format=csv&kind=site").expect(200);

    assertThat(csv.body().lines().findFirst().orElseThrow()).endsWith(",export");
    JsonNode entry = signatory.get("/api/exports?client=" + client).json().path("items").get(0);
    assertThat(entry.path("rows").asInt()).isEqualTo(1);
    assertThat(entry.path("bytes").asInt()).isEqualTo(csv.bytes().length);
    assertThat(entry.path("path").asString()).isEqualTo("/api/assets");
    assertThat(entry.path("query").asString()).isEqualTo("kind=site");
    assertThat(csv.body()).contains("导出编号 " + entry.path("number").asString());
    assertThat(csv.header("Content-Disposition")).contains(entry.path("number").asString());
    assertThat(trace(csv.bytes()).text("outcome")).isEqualTo("digest");
    String audited =
        SERVER.admin().get("/api/audit?action=export.taken&client=" + client).expect(200).body();
    assertThat(audited).contains("export/" + entry.path("number").asString());
  }

  @Test
  void refusesUntilTheClientSaysYesAndOnlyForWhatItWasAskedAndOnlyOnce() {
    demand(signatory);
    served.asset("site", "门户", "https://www.example.cn/");
    served.asset("host", "主机", "10.1.2.3");
    String list = "/api/assets?format=csv&kind=site";

    Browser.Answer refused = engineer.get(list).expect(403);
    assertThat(refused.text("code")).isEqualTo("export-needs-approval");
    assertThat(refused.text("path")).isEqualTo("/api/assets");
    assertThat(refused.text("query")).isEqualTo("kind=site");
    assertThat(refused.text("clientId")).isEqualTo(client.toString());
    assertThat(refused.text("remedy")).contains("申请");
    assertThat(SERVER.admin().get(list + "&client=" + client).status()).isEqualTo(403);
    assertThat(engineer.header("Accept", "text/csv").get("/api/assets").status()).isEqualTo(403);
    engineer.header("Accept", null);
    assertThat(signatory.get(list).expect(200).body()).contains("门户");

    String id = ask(engineer, "/api/assets", "kind=site", 1);
    assertThat(engineer.get(list).status()).isEqualTo(403);
    engineer.post("/api/export-approvals/" + id + "/decision", yes()).expect(403);
    assertThat(waiting(signatory)).contains("资产清单");
    signatory.post("/api/export-approvals/" + id + "/decision", yes()).expect(200);
    signatory.post("/api/export-approvals/" + id + "/decision", yes()).expect(409);
    assertThat(waiting(signatory)).doesNotContain("资产清单");

    assertThat(engineer.get("/api/assets?format=csv").status()).isEqualTo(403);
    assertThat(engineer.get("/api/assets?format=csv&kind=host").status()).isEqualTo(403);
    assertThat(SERVER.admin().get(list + "&client=" + client).status()).isEqualTo(403);
    assertThat(engineer.get(list + "&q=%E9%97%A8%E6%88%B7").expect(200).body()).contains("门户");
    assertThat(engineer.get(list).status()).isEqualTo(403);
    Browser.Answer used = engineer.get("/api/export-approvals?client=" + client).expect(200);
    assertThat(used.text("items.0.state")).isEqualTo("used");
    assertThat(signatory.get("/api/exports?q=asset").text("items.0.approvalId")).isEqualTo(id);
  }

  @Test
  void oneOfManyAtOnceGetsAFileThatMayBeTakenOnce() throws Exception {
    demand(signatory);
    served.asset("site", "门户", "https://www.example.cn/");
    approve(ask(engineer, "/api/assets", "", 1), signatory);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> take = () -> engineer.get("/api/assets?format=csv").status();
      List<Future<Integer>> answers =
          threads.invokeAll(List.of(take, take, take, take, take, take));
      int taken = 0;
      for (Future<Integer> answer : answers) {
        taken += answer.get() == 200 ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void leavesOutThoseWhoWereNotAsked() {
    SignedContract free = new SignedContract(SERVER, "另一甲方 " + UUID.randomUUID());
    Browser both = SERVER.as("engineer", client, free.client());
    served.asset("site", "受限门户", "https://a.example.cn/");
    free.asset("site", "自由门户", "https://b.example.cn/");
    demand(signatory);

    Browser.Answer csv = both.get("/api/assets?format=csv").expect(200);

    assertThat(csv.body()).contains("自由门户", "另有 1 个甲方未批准").doesNotContain("受限门户");
    assertThat(csv.header("Shouyue-Left-Out")).isEqualTo("1");
    assertThat(both.get("/api/assets?format=csv&client=" + client).status()).isEqualTo(403);
    assertThat(both.get("/api/assets").expect(200).body()).contains("受限门户");
    approve(ask(both, "/api/assets", "", 2), signatory);
    assertThat(both.get("/api/assets?format=csv").expect(200).body()).contains("自由门户", "受限门户");
  }

  @Test
  void guardsReportsEvidenceAndTheAuditTrailToo() throws IOException {
    UUID contract = served.sign(served.draft(TEXT), "2026-01-01", null);
    String report =
        engineer
            .post(
                "/api/reports",
                Map.of("contractId", contract, "kind", "monthly", "period", "2026-01"))
            .expect(201)
            .text("id");
    String file = "/api/reports/" + report + "/file?as=";
    byte[] docx = engineer.get(file + "docx").expect(200).bytes();
    byte[] pdf = engineer.get(file + "pdf").expect(200).bytes();
    String evidence = "/api/evidence/" + client + "/1/content";
    byte[] letter = engineer.get(evidence).expect(200).bytes();
    assertThat(new String(letter, StandardCharsets.UTF_8)).isEqualTo("同意");
    demand(signatory);

    for (String path :
        List.of(
            file + "docx",
            file + "pdf",
            file + "json",
            evidence,
            evidence + "?copy=true",
            "/api/report-templates/file?client=" + client + "&kind=monthly")) {
      assertThat(engineer.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(SERVER.admin().get("/api/audit/export?client=" + client).status()).isEqualTo(403);
    assertThat(SERVER.admin().get("/api/audit/export").expect(200).header("Shouyue-Left-Out"))
        .isNotEmpty();
    Browser.Answer page = engineer.get(file + "html").expect(200);
    assertThat(page.body()).contains("导出编号 E-");
    assertThat(trace(page.bytes()).text("outcome")).isEqualTo("digest");
    assertThat(signatory.get(file + "pdf").expect(200).bytes()).isNotEmpty();

    Browser.Answer traced = trace(onePage(pdf));
    assertThat(traced.text("outcome")).isEqualTo("hidden");
    assertThat(traced.text("matches.0.export.name")).endsWith(".pdf");
    assertThat(traced.text("matches.0.export.personId"))
        .isEqualTo(engineer.person().path("id").asString());
    assertThat(trace(docx).text("outcome")).isEqualTo("digest");
    assertThat(trace(letter).text("outcome")).isEqualTo("digest");
  }

  @Test
  void tracesAListThatWasOpenedAgainAndPartlyCopied() {
    for (int n = 0; n < 6; n++) {
      served.asset("site", "第 " + n + " 号政务服务门户网站（外网）", "https://w" + n + ".example.cn/");
    }
    String csv = engineer.get("/api/assets?format=csv&client=" + client).expect(200).body();
    List<String> lines = csv.lines().toList();

    String rows = String.join("\n", lines.subList(2, 4));
    String cell = lines.get(3).split(",", -1)[4];
    String typed = "见导出编号 " + csv.substring(csv.indexOf("E-"), csv.indexOf("E-") + 8);

    assertThat(trace(utf8(rows)).text("outcome")).isEqualTo("hidden");
    assertThat(cell).contains("号政务服务门户网站");
    assertThat(trace(utf8(cell)).text("outcome")).isEqualTo("hidden");
    assertThat(trace(utf8(cell)).text("matches.0.export.personId"))
        .isEqualTo(engineer.person().path("id").asString());
    assertThat(trace(utf8(typed)).text("outcome")).isEqualTo("written");
    assertThat(trace(utf8("与我们无关的一段文字")).text("outcome")).isEqualTo("unknown");
    Browser stranger = SERVER.as("client-signatory", SERVER.client("他方 " + UUID.randomUUID()));
    Browser.Answer elsewhere =
        stranger.form("/api/exports/trace", Map.of(), "file", "x.csv", utf8(rows)).expect(200);
    assertThat(elsewhere.text("outcome")).isEqualTo("elsewhere");
    assertThat(elsewhere.json().path("matches")).isEmpty();
    engineer.form("/api/exports/trace", Map.of(), "file", "x.csv", utf8(rows)).expect(403);
  }

  @Test
  void marksACopyOfAPictureAndLeavesTheEvidenceItself() throws IOException {
    byte[] picture = screenshot();
    SERVER
        .admin()
        .form(
            "/api/permits",
            Map.of(
                "permit",
                Map.of(
                    "clientId",
                    client,
                    "targets",
                    List.of("address:127.0.0.0/8"),
                    "methods",
                    List.of("observe"),
                    "from",
                    "2020-01-01T00:00:00Z",
                    "until",
                    "2099-01-01T00:00:00Z",
                    "signatory",
                    "张主任")),
            "file",
            "机房照片.png",
            picture)
        .expect(201);
    String evidence = "/api/evidence/" + client + "/2/content";

    assertThat(engineer.get(evidence).bytes()).isEqualTo(picture);
    assertThat(signatory.get("/api/exports?client=" + client).text("items.0.marking"))
        .isEqualTo("kept");
    byte[] copy = engineer.get(evidence + "?copy=true").expect(200).bytes();

    BufferedImage crop = ImageIO.read(new ByteArrayInputStream(copy)).getSubimage(90, 61, 400, 330);
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(crop, "jpg", jpeg);
    Browser.Answer traced = trace(jpeg.toByteArray());
    assertThat(traced.text("outcome")).isEqualTo("hidden");
    assertThat(traced.text("matches.0.export.name")).isEqualTo("机房照片.png");
    assertThat(trace(picture).text("matches.0.way")).isEqualTo("digest");
  }

  private static byte[] screenshot() throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 640; x++) {
      for (int y = 0; y < 480; y++) {
        image.setRGB(x, y, x / 80 % 2 == y / 60 % 2 ? 0xf4f4f4 : 0x3a6ea5);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void aNamedApproverMayAnswerAndATokenMayNot() {
    demand(signatory);
    Browser reader = SERVER.as("client-reader", client);
    String id = ask(engineer, "/api/assets", "", 1);
    String decide = "/api/export-approvals/" + id + "/decision";

    reader.post(decide, yes()).expect(403);
    Map<String, Object> rule = new HashMap<>(Map.of("approval", true, "reason", "由科长审批"));
    rule.put("approverId", reader.person().path("id").asString());
    SERVER.admin().put("/api/exports/rules/" + client, rule).expect(403);
    signatory.put("/api/exports/rules/" + client, rule).expect(200);
    assertThat(waiting(reader)).contains("资产清单");
    reader.post(decide, Map.of("approves", false)).expect(400);
    reader.post(decide, Map.of("approves", false, "remark", "范围过大")).expect(200);

    assertThat(engineer.get("/api/export-approvals?client=" + client).text("items.0.remark"))
        .isEqualTo("范围过大");
    String mine = ask(engineer, "/api/assets", "", 1);
    SERVER.admin().post("/api/export-approvals/" + mine + "/withdraw", Map.of()).expect(403);
    engineer.post("/api/export-approvals/" + mine + "/withdraw", Map.of()).expect(200);
    signatory.post("/api/export-approvals/" + mine + "/decision", yes()).expect(409);
  }

  private void demand(Browser by) {
    by.put("/api/exports/rules/" + client, Map.of("approval", true, "reason", "一事一议")).expect(200);
  }

  private String ask(Browser who, String path, String query, int downloads) {
    return who.post(
            "/api/export-approvals",
            Map.of(
                "clientId",
                client,
                "path",
                path,
                "query",
                query,
                "what",
                "资产清单",
                "purpose",
                "资产核对",
                "recipient",
                "乙方项目组",
                "until",
                "2026-02-01T00:00:00Z",
                "downloads",
                downloads))
        .expect(201)
        .text("id");
  }

  private static void approve(String id, Browser by) {
    by.post("/api/export-approvals/" + id + "/decision", yes()).expect(200);
  }

  private static Map<String, ?> yes() {
    return Map.of("approves", true);
  }

  private static String waiting(Browser who) {
    return who.get("/api/portal/awaiting").expect(200).body();
  }

  private static Browser.Answer trace(byte[] file) {
    return SERVER.admin().form("/api/exports/trace", Map.of(), "file", "found", file).expect(200);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] onePage(byte[] pdf) throws IOException {
    try (PDDocument whole = Loader.loadPDF(pdf);
        PDDocument one = new PDDocument()) {
      one.importPage(whole.getPage(whole.getNumberOfPages() - 1));
      var out = new ByteArrayOutputStream();
      one.save(out);
      return out.toByteArray();
    }
  }
}
