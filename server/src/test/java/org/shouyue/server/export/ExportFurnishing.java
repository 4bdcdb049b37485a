package org.shouyue.server.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

/// One of everything that the export room keeps.
final class ExportFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    Browser signatory = served.server().as("client-signatory", served.client());
    Browser manager = served.server().admin();
    signatory
        .put(
            "/api/exports/rules/" + served.client(),
            Map.of("approval", false, "reason", served.name()))
        .expect(200);
    manager.post("/api/export-approvals", asked(served.client(), served.name())).expect(201);
    manager.get("/api/contracts?format=csv&client=" + served.client()).expect(200);
  }

  static Map<String, ?> asked(Object client, String text) {
    return Map.of(
        "clientId", client,
        "path", "/api/assets",
        "what", text,
        "purpose", text,
        "recipient", text,
        "until", "2099-01-01T00:00:00Z");
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    deeds.put("PUT /api/exports/rules/{clientId}", Map.of("approval", true, "reason", "x"));
    deeds.put("POST /api/export-approvals", asked("$", "x"));
    deeds.put("POST /api/export-approvals/{id}/decision", Map.of("approves", true));
    deeds.put("POST /api/export-approvals/{id}/withdraw", Map.of());
    return deeds;
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of("POST /api/exports/trace");
  }
}
