package org.shouyue.server.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSignature;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.JsonNode;

/// The money of the demonstration contract: 40 % within ten working days of signing on 1 January
/// 2026 (a holiday), the invoice five working days ahead.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BillingTest {
  private static final byte[] FILE = "扫描件".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static SignedContract desk;
  private static UUID contract;
  private static Browser manager;
  private static Browser signatory;
  private static Browser stranger;

  @BeforeAll
  static void sign() throws Exception {
    desk = new SignedContract(SERVER, "云溪县人民政府办公室");
    contract =
        desk.sign(
            desk.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
    manager = SERVER.admin();
    signatory = SERVER.as("client-signatory", desk.client());
    stranger = SERVER.as("client-signatory", SERVER.client("别局"));
  }

  @Test
  @Order(1)
  void remindsTheProviderToIssueTheInvoice() {
    desk.advance("2026-01-06T02:00:00Z");

    JsonNode first = view(manager).path("settlement").path("payments").path(0);
    assertThat(first.path("due").asString()).isEqualTo("2026-01-15");
    assertThat(first.path("invoiceBy").asString()).isEqualTo("2026-01-08");
    assertThat(steps()).containsExactly("invoice-wanted");
  }

  @Test
  @Order(2)
  void recordsAndDeliversTheInvoice() {
    invoice(signatory, "25100000000000000001", "2026-01-08").expect(403);
    invoice(manager, "25100000000000000001", "2026-02-08").expect(400);
    invoice(manager, "25100000000000000001", "2026-01-06").expect(201);
    invoice(manager, "25100000000000000001", "2026-01-06").expect(409);

    JsonNode known = view(signatory).path("invoices").path(0);
    assertThat(known.path("number").asString()).isEqualTo("25100000000000000001");
    assertThat(
            signatory
                .get("/api/evidence/" + contract + "/" + known.path("evidenceSeq").asLong())
                .expect(200)
                .body())
        .contains("发票.pdf");
    stranger.get("/api/billing?contract=" + contract).expect(404);
    assertThat(
            manager.get("/api/billing/invoices?format=csv&contract=" + contract).expect(200).body())
        .contains("25100000000000000001");
  }

  @Test
  @Order(3)
  void dunsALatePaymentWithTheContractsPenalty() {
    desk.advance("2026-02-20T02:00:00Z");

    assertThat(steps())
        .contains("payment-due", "payment-late-1", "payment-late-2", "payment-late-3");
    JsonNode formal =
        view(manager)
            .path("reminders")
            .valueStream()
            .filter(one -> one.path("step").asString().equals("payment-late-3"))
            .findFirst()
            .orElseThrow();
    // 31 days x 0.0005 x 146,000.00
    assertThat(formal.path("interest").asString()).isEqualTo("2263.00");
    assertThat(formal.path("text").asString()).contains("已逾期31日", "2263.00");
    int before = steps().size();
    desk.advance("2026-02-21T02:00:00Z");
    assertThat(steps()).hasSize(before);
  }

  @Test
  @Order(4)
  void aDeclaredBreachEntersTheSettlementUntilItIsWithdrawn() {
    breach(stranger, "provider").expect(404);
    breach(signatory, "provider").expect(201);
    breach(signatory, "nobody").expect(400);
    JsonNode charged = penalties("provider");
    assertThat(charged.path("amount").asString()).isEqualTo("18250.00");

    String id = view(manager).path("breaches").path(0).path("id").asString();
    String path = "/api/billing/breaches/" + id + "/withdraw";
    manager.post(path, Map.of("reason", "误认")).expect(403);
    signatory.post(path, Map.of("reason", "误认")).expect(200);
    signatory.post(path, Map.of("reason", "误认")).expect(409);
    assertThat(penalties("provider").isMissingNode()).isTrue();
  }

  @Test
  @Order(5)
  void bothSidesConfirmTheStatement() {
    signatory.post("/api/billing/statements", Map.of("contractId", contract)).expect(403);
    JsonNode statement =
        manager
            .post("/api/billing/statements", Map.of("contractId", contract))
            .expect(201)
            .json()
            .path("statements")
            .path(0);
    String confirm = "/api/billing/statements/" + statement.path("id").asString() + "/confirm";
    Map<String, String> signature =
        Map.of("name", "王主任", "role", "主任", "drawing", TestSignature.drawn());

    stranger.post(confirm, signature).expect(404);
    signatory.post(confirm, signature).expect(200);
    signatory.post(confirm, signature).expect(409);
    JsonNode now = manager.post(confirm, signature).expect(200).json();

    assertThat(now.path("statements").path(0).path("signatures").size()).isEqualTo(2);
    String html =
        signatory
            .get("/api/reports/" + statement.path("reportId").asString() + "/file?as=html")
            .expect(200)
            .body();
    assertThat(html).contains("结算单", "25100000000000000001", "甲方应付乙方", "已撤回");
  }

  @Test
  @Order(9)
  void deductsForMissingAvailabilityOnThePageAndInThePackage() throws Exception {
    var cloud = new SignedContract(manager, "南岭区政务服务和数据管理局");
    UUID hosted;
    UUID site;
    try (TestSite served = new TestSite()) {
      site = cloud.asset("site", "区政务服务网", served.url());
      hosted =
          cloud.sign(
              cloud.draft(Files.readString(Path.of("../contract/samples/cloud-availability.txt"))),
              "2026-03-01",
              null);
      desk.advance("2026-03-10T03:50:00Z"); // a replay looks every twelve hours, next at 04:00
      served.breakDown();
      desk.advance("2026-03-10T05:45:00Z");
      served.mend();
      desk.advance("2026-04-02T02:00:00Z");
    }
    Browser reader = SERVER.as("client-reader", cloud.client());

    JsonNode worst =
        reader
            .get("/api/status/" + site + "/days?days=60")
            .expect(200)
            .json()
            .valueStream()
            .filter(day -> day.path("down").asInt() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(worst.path("day").asString()).isEqualTo("2026-03-10");

    // Two hours of 744: 99.73 %, one whole step of 0.1 points below 99.9 %, 2 % of 60,000.
    JsonNode deduction =
        reader
            .get("/api/billing?contract=" + hosted)
            .expect(200)
            .json()
            .path("settlement")
            .path("penalties")
            .path(0);
    assertThat(deduction.path("subject").asString()).isEqualTo("availability");
    assertThat(deduction.path("amount").asString()).isEqualTo("1200.00");
    assertThat(deduction.path("explanation").asString()).contains("0.9973", "0.999", "60,000.00");
    assertThat(packaged(hosted)).contains("可用性未达标", "1,200.00", "60,000.00");
  }

  /// What the acceptance package of March says.
  private static String packaged(UUID of) {
    String path =
        "/api/acceptances/"
            + manager
                .post(
                    "/api/acceptances",
                    Map.of("contractId", of, "from", "2026-03-01", "to", "2026-03-31"))
                .expect(201)
                .text("id");
    Instant until = Instant.now().plusSeconds(60);
    while (manager.get(path).text("state").equals("draft") && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    JsonNode detail = manager.get(path).expect(200).json();
    assertThat(detail.path("state").asString()).as(detail.toString()).isEqualTo("published");
    return manager.get(path + "/file/acceptance.html").expect(200).body();
  }

  private static Browser.Answer invoice(Browser by, String number, String issued) {
    return by.form(
        "/api/billing/invoices",
        Map.of(
            "invoice",
            Map.of(
                "contractId", contract,
                "instalment", 1,
                "number", number,
                "issuedOn", issued,
                "amount", "146000.00")),
        "file",
        "发票.pdf",
        FILE);
  }

  private static Browser.Answer breach(Browser by, String party) {
    return by.form(
        "/api/billing/breaches",
        Map.of(
            "breach",
            Map.of(
                "contractId", contract,
                "party", party,
                "subject", "breach",
                "on", "2026-02-10",
                "reason", "擅自更换驻场人员")),
        "file",
        "函.pdf",
        FILE);
  }

  private static JsonNode penalties(String party) {
    return view(manager)
        .path("settlement")
        .path("penalties")
        .valueStream()
        .filter(one -> one.path("party").asString().equals(party))
        .filter(one -> one.path("subject").asString().equals("breach"))
        .findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }

  private static List<String> steps() {
    return view(manager)
        .path("reminders")
        .valueStream()
        .map(one -> one.path("step").asString())
        .toList();
  }

  private static JsonNode view(Browser by) {
    return by.get("/api/billing?contract=" + contract).expect(200).json();
  }
}
