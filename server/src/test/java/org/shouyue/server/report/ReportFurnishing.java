package org.shouyue.server.report;

import java.util.Map;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

/// A report that the product drew by itself, approved, and a lead time of the client's own.
final class ReportFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    Browser manager = served.server().admin();
    manager
        .put("/api/report-schedule/lead", Map.of("clientId", served.client(), "days", 7))
        .expect(200);
    String report =
        manager
            .get("/api/reports?state=draft&contract=" + served.contract())
            .expect(200)
            .text("items.0.id");
    manager.post("/api/reports/" + report + "/approve", Map.of()).expect(200);
    manager
        .form(
            "/api/report-templates",
            Map.of("template", Map.of("clientId", served.client(), "kind", "monthly")),
            "file",
            served.name() + ".docx",
            WordTemplate.shipped())
        .expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    return Map.of(
        "POST /api/reports/faults", Map.of("ticketId", "$"),
        "POST /api/reports/{id}/approve", Map.of(),
        "POST /api/reports/{id}/send", Map.of(),
        "POST /api/reports/{id}/receive", Map.of(),
        "POST /api/reports/{id}/withdraw", Map.of("reason", "更正"),
        "POST /api/report-templates",
            Map.of("file", "模板", "template", Map.of("clientId", "$", "kind", "monthly")),
        "DELETE /api/report-templates/{client}/{kind}", Map.of(),
        "PUT /api/report-schedule/lead", Map.of("clientId", "$", "days", 7));
  }
}
