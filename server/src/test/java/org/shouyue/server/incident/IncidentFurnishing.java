package org.shouyue.server.incident;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.Furnishing;

/// One of everything that the incident room keeps.
final class IncidentFurnishing implements Furnishing {
  private static final Map<String, Object> GRADE =
      Map.of(
          "category", "attack",
          "operator", "other",
          "factors", Map.of("importance", "important", "loss", "severe", "impact", "general"),
          "grade", "considerable");

  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    String name = served.name();
    Browser.Answer opened =
        manager
            .post("/api/incidents", Map.of("contractId", served.contract(), "title", name))
            .expect(201);
    String incident = "/api/incidents/" + opened.text("id");
    String person = opened.text("candidates.0.id");
    String asset = manager.get("/api/assets?client=" + served.client()).text("items.0.id");
    manager.put(incident + "/grade", GRADE).expect(200);
    manager
        .post(incident + "/members", Map.of("personId", person, "role", "commander"))
        .expect(200);
    manager.post(incident + "/assets", Map.of("assetId", asset)).expect(200);
    manager
        .post(incident + "/actions", Map.of("stage", "containment", "what", name, "who", name))
        .expect(200);
    manager
        .post(incident + "/indicators", Map.of("type", "other", "value", name, "note", name))
        .expect(200);
    manager
        .post(incident + "/words", Map.of("receiver", name, "channel", "phone", "text", name))
        .expect(200);
    manager.post(incident + "/follow-ups", Map.of("title", name)).expect(200);
    manager
        .form(
            incident + "/items",
            Map.of("item", Map.of("name", name, "from", name, "how", name)),
            "file",
            "log.txt",
            name.getBytes(StandardCharsets.UTF_8))
        .expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    String one = "POST /api/incidents/{id}";
    Map<String, ?> member = Map.of("personId", "$", "role", "analyst");
    Map<String, ?> item = Map.of("name", "x", "from", "x", "how", "x");
    deeds.put("POST /api/incidents", Map.of("findingId", "$"));
    deeds.put("PUT /api/incidents/{id}/grade", GRADE);
    deeds.put(one + "/phase", Map.of("to", "containment", "reason", "x"));
    deeds.put("PUT /api/incidents/{id}/review", Map.of("description", "x"));
    deeds.put(one + "/report", Map.of());
    deeds.put(one + "/confirm", Map.of());
    deeds.put(one + "/members", member);
    deeds.put(one + "/members/remove", member);
    deeds.put(one + "/assets", Map.of("assetId", "$"));
    deeds.put(one + "/entries", Map.of("text", "x"));
    deeds.put(one + "/entries/{entry}/strike", Map.of("reason", "x"));
    deeds.put(one + "/actions", Map.of("stage", "recovery", "what", "x", "who", "x"));
    deeds.put(one + "/actions/{action}/done", Map.of("result", "x"));
    deeds.put(one + "/actions/{action}/drop", Map.of("reason", "x"));
    deeds.put(one + "/indicators", Map.of("type", "other", "value", "x"));
    deeds.put(one + "/words", Map.of("receiver", "x", "channel", "phone", "text", "x"));
    deeds.put(one + "/duties/{duty}/told", Map.of("channel", "phone", "receipt", "x"));
    deeds.put(one + "/follow-ups", Map.of("title", "x"));
    deeds.put(one + "/items", Map.of("file", true, "item", item));
    deeds.put(one + "/items/taken", Map.of("chain", "$", "seq", 1, "item", item));
    deeds.put(
        one + "/items/{item}/hand-over",
        Map.of("giver", "x", "receiver", "x", "how", "x", "drawing", Drawing.SIGNATURE));
    return deeds;
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of("POST /api/incidents/proposal");
  }
}
