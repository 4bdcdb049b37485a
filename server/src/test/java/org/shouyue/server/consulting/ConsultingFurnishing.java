package org.shouyue.server.consulting;

import java.util.HashMap;
import java.util.Map;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

final class ConsultingFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    String advice =
        manager
            .post("/api/consulting/advice", question(served.contract(), served.name()))
            .expect(201)
            .text("id");
    manager
        .form(
            "/api/consulting/advice/" + advice + "/documents",
            Map.of("note", served.name()),
            "file",
            served.name() + ".docx",
            new byte[] {1})
        .expect(200);
    String check =
        manager
            .post("/api/consulting/self-checks", check(served.contract(), served.name()))
            .expect(201)
            .text("check.id");
    String path = "/api/consulting/self-checks/" + check;
    manager
        .form(
            path + "/answers",
            Map.of("clause", "8.1.4.1", "verdict", "not", "note", served.name()),
            "file",
            served.name() + ".png",
            new byte[] {1})
        .expect(204);
    manager.post(path + "/measures", measure(served.name())).expect(201);
  }

  static Map<String, Object> question(Object contract, String title) {
    return Map.of("contractId", contract, "topic", "planning", "title", title, "question", title);
  }

  static Map<String, Object> check(Object contract, String system) {
    return Map.of("contractId", contract, "system", system, "level", 3);
  }

  static Map<String, Object> measure(String title) {
    return Map.of("horizon", "near", "priority", 1, "title", title, "body", title);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new HashMap<>();
    deeds.put("POST /api/consulting/advice", question("$", "x"));
    deeds.put("POST /api/consulting/advice/{id}/documents", Map.of("file", true));
    deeds.put("POST /api/consulting/advice/{id}/receipt", Map.of());
    deeds.put(
        "POST /api/consulting/advice/{id}/judgement", Map.of("accepted", true, "remarks", "x"));
    deeds.put("POST /api/consulting/advice/{id}/withdraw", Map.of());
    deeds.put("POST /api/consulting/self-checks", check("$", "x"));
    deeds.put(
        "POST /api/consulting/self-checks/{id}/answers",
        Map.of("file", true, "clause", "8.1.4.1", "verdict", "conform"));
    deeds.put("POST /api/consulting/self-checks/{id}/tickets/{clause}", Map.of());
    deeds.put("POST /api/consulting/self-checks/{id}/plan", Map.of());
    deeds.put("POST /api/consulting/self-checks/{id}/measures", measure("x"));
    deeds.put("PUT /api/consulting/measures/{id}", measure("x"));
    deeds.put("DELETE /api/consulting/measures/{id}", Map.of());
    deeds.put("POST /api/consulting/self-checks/{id}/finish", Map.of());
    return deeds;
  }
}
