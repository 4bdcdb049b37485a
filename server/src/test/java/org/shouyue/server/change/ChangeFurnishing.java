package org.shouyue.server.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.Furnishing;

/// A change that was planned and signed.
final class ChangeFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    String id =
        manager
            .post("/api/changes", Map.of("contractId", served.contract(), "title", served.name()))
            .expect(201)
            .text("ticketId");
    Map<String, Object> plan = new HashMap<>(plan());
    plan.put("reason", served.name());
    String digest =
        manager.post("/api/changes/" + id + "/plan", plan).expect(200).text("plans.0.digest");
    served
        .server()
        .as("client-signatory", served.client())
        .post("/api/changes/" + id + "/sign", signed(digest))
        .expect(200);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new HashMap<>();
    deeds.put("POST /api/changes", Map.of("contractId", "$", "title", "x"));
    deeds.put("POST /api/changes/{id}/plan", plan());
    deeds.put("POST /api/changes/{id}/sign", signed("0".repeat(64)));
    deeds.put("POST /api/changes/{id}/start", Map.of());
    deeds.put("POST /api/changes/{id}/agree", Map.of());
    deeds.put("POST /api/changes/{id}/steps/{n}", Map.of("outcome", "skipped"));
    deeds.put("POST /api/changes/{id}/files", Map.of("file", true));
    deeds.put("POST /api/changes/{id}/finish", Map.of("result", "failed", "text", "x"));
    for (String act : List.of("decline", "cancel", "emergency", "disagree")) {
      deeds.put("POST /api/changes/{id}/" + act, Map.of("text", "x"));
    }
    return deeds;
  }

  private static Map<String, ?> plan() {
    return Map.of(
        "reason", "x",
        "backup", "x",
        "method", "x",
        "tools", List.of("x"),
        "steps", List.of(Map.of("what", "x", "who", "x", "expected", "x")),
        "people", List.of("x"),
        "risks", List.of("x"),
        "rollback", "x",
        "from", "2026-01-01T00:00:00Z",
        "until", "2099-01-01T00:00:00Z");
  }

  private static Map<String, ?> signed(String digest) {
    return Map.of("digest", digest, "name", "x", "office", "x", "drawing", Drawing.SIGNATURE);
  }
}
