package org.shouyue.server.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.Furnishing;
import org.shouyue.server.testing.PlanInForce;

/// One of everything that the plan room keeps.
final class PlanFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    UUID plan =
        PlanInForce.make(served.server(), served.client(), served.contract(), served.name());
    served.server().admin().post("/api/plans/" + plan + "/tree-tests", Map.of()).expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    Map<String, Object> content = PlanInForce.content("x");
    Map<String, Object> version = Map.of("content", content, "note", "x");
    deeds.put("POST /api/plans", Map.of("contractId", "$", "title", "x", "content", content));
    deeds.put("POST /api/plans/{id}/versions", version);
    deeds.put("PUT /api/plans/{id}/versions/{n}", version);
    deeds.put("POST /api/plans/{id}/versions/{n}/review", Map.of());
    deeds.put(
        "POST /api/plans/{id}/versions/{n}/approve",
        Map.of("name", "x", "office", "x", "drawing", Drawing.SIGNATURE));
    deeds.put("POST /api/plans/{id}/versions/{n}/in-force", Map.of());
    deeds.put("POST /api/plans/{id}/versions/{n}/paper", Map.of());
    deeds.put("POST /api/plans/{id}/tree-tests", Map.of());
    deeds.put("POST /api/plans/{id}/tree-tests/{test}/calls/{call}/answered", Map.of("note", "x"));
    return deeds;
  }
}
