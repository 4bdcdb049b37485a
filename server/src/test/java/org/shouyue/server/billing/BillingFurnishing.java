package org.shouyue.server.billing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;
import org.shouyue.server.testing.TestSignature;

/// An invoice, a breach, a statement confirmed by one side; reminders come by themselves.
final class BillingFurnishing implements Furnishing {
  private static final byte[] FILE = "扫描件".getBytes(StandardCharsets.UTF_8);

  @Override
  public void finish(Served served) {
    Browser manager = served.server().admin();
    manager
        .form(
            "/api/billing/invoices",
            Map.of(
                "invoice",
                Map.of(
                    "contractId", served.contract(),
                    "instalment", 1,
                    "number", "25100000000000000001",
                    "issuedOn", "2026-01-08",
                    "amount", "146000.00")),
            "file",
            served.name() + ".pdf",
            FILE)
        .expect(201);
    manager
        .form(
            "/api/billing/breaches",
            Map.of(
                "breach",
                Map.of(
                    "contractId", served.contract(),
                    "party", "client",
                    "subject", "breach",
                    "on", "2026-01-20",
                    "reason", served.name())),
            "file",
            "函.pdf",
            FILE)
        .expect(201);
    String statement =
        manager
            .post("/api/billing/statements", Map.of("contractId", served.contract()))
            .expect(201)
            .text("statements.0.id");
    manager
        .post(
            "/api/billing/statements/" + statement + "/confirm",
            Map.of("name", served.name(), "role", "经理", "drawing", TestSignature.drawn()))
        .expect(200);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    return Map.of(
        "POST /api/billing/invoices",
        Map.of(
            "file",
            "发票",
            "invoice",
            Map.of(
                "contractId", "$",
                "instalment", 1,
                "number", "1",
                "issuedOn", "2026-01-08",
                "amount", "1.00")),
        "POST /api/billing/breaches",
        Map.of(
            "file",
            "函",
            "breach",
            Map.of(
                "contractId", "$",
                "party", "client",
                "subject", "breach",
                "on", "2026-01-20",
                "reason", "逾期")),
        "POST /api/billing/breaches/{id}/withdraw",
        Map.of("reason", "误认"),
        "POST /api/billing/statements",
        Map.of("contractId", "$"),
        "POST /api/billing/statements/{id}/confirm",
        Map.of("name", "王主任", "role", "主任", "drawing", TestSignature.drawn()));
  }
}
