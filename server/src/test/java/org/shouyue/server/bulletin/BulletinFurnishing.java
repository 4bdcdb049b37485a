package org.shouyue.server.bulletin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

/// A published bulletin about something that only this client runs.
final class BulletinFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    UUID asset =
        UUID.fromString(
            manager
                .get("/api/assets?client=" + served.client() + "&kind=system")
                .expect(200)
                .text("items.0.id"));
    manager.put("/api/assets/" + asset + "/products", products(served.name())).expect(200);
    String published = write(manager, served.name());
    manager.post("/api/bulletins/" + published + "/publish", Map.of()).expect(200);
  }

  private static String write(Browser manager, String name) {
    return manager
        .post("/api/bulletins", Map.of("advisory", advisory(name)))
        .expect(201)
        .text("id");
  }

  private static Map<String, Object> products(String name) {
    return Map.of("products", List.of(Map.of("name", name, "version", "1.0")));
  }

  static Map<String, Object> advisory(String name) {
    return Map.of(
        "title",
        name,
        "severity",
        "high",
        "summary",
        name,
        "advice",
        "升级",
        "products",
        List.of(
            Map.of(
                "vendor",
                "",
                "name",
                name,
                "cpe",
                "",
                "standing",
                "affected",
                "versions",
                "<2.0")));
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, ?> reason = Map.of("reason", "x");
    Map<String, Map<String, ?>> deeds = new HashMap<>();
    deeds.put("PUT /api/assets/{id}/products", products("x"));
    deeds.put("PUT /api/bulletins/{id}", Map.of("advisory", advisory("x"), "why", "x"));
    deeds.put("POST /api/bulletins/{id}/publish", Map.of());
    deeds.put("POST /api/bulletins/{id}/dismiss", reason);
    deeds.put("POST /api/bulletins/{id}/withdraw", reason);
    deeds.put("POST /api/bulletins/{id}/acknowledge", Map.of("remark", "x"));
    deeds.put(
        "POST /api/bulletins/{id}/assets/{asset}/judge",
        Map.of("outcome", "not-affected", "why", "x"));
    return deeds;
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of("POST /api/bulletins", "POST /api/bulletins/files");
  }

  /// Its rows name drafts, which all of the provider's people see.
  @Override
  public Set<String> emptyOnPurpose() {
    return Set.of("bulletin_late");
  }
}
