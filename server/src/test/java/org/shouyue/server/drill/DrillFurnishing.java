package org.shouyue.server.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.Furnishing;
import org.shouyue.server.testing.PlanInForce;

/// One of everything that the drill room keeps.
final class DrillFurnishing implements Furnishing {
  private static final Map<String, ?> BEACON =
      Map.of("kind", "beacon", "file", "app.log", "lines", List.of("x"));

  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    String asset = manager.get("/api/assets?client=" + served.client()).text("items.0.id");
    Path folder = served.server().drillGround().resolve(served.client().toString());
    log(folder);
    permit(manager, served, folder);
    manager
        .put("/api/drill-assets/" + asset, Map.of("root", folder.toString(), "note", served.name()))
        .expect(200);
    served
        .server()
        .as("client-signatory", served.client())
        .post(
            "/api/drill-assets/" + asset + "/consent",
            Map.of("name", served.name(), "drawing", Drawing.SIGNATURE))
        .expect(200);
    UUID plan =
        PlanInForce.make(served.server(), served.client(), served.contract(), served.name());
    String drill =
        "/api/drills/"
            + manager
                .post("/api/drills", scheme(plan.toString(), served.name(), asset))
                .expect(201)
                .text("id");
    manager.post(drill + "/start", Map.of()).expect(200);
    manager.post(drill + "/end", Map.of()).expect(200);
    manager
        .put(
            drill + "/summary",
            Map.of("summary", served.name(), "improvements", List.of(served.name())))
        .expect(200);
  }

  private static void log(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("app.log"), "begun\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void permit(Browser manager, Served served, Path folder) {
    Map<String, Object> permit =
        Map.of(
            "clientId", served.client(),
            "targets", List.of("path:" + folder),
            "methods", List.of("drill"),
            "from", "2020-01-01T00:00:00Z",
            "until", "2099-01-01T00:00:00Z",
            "signatory", served.name());
    manager
        .form(
            "/api/permits",
            Map.of("permit", permit),
            "file",
            "p.txt",
            served.name().getBytes(StandardCharsets.UTF_8))
        .expect(201);
  }

  private static Map<String, Object> scheme(String plan, String name, String asset) {
    return Map.of(
        "planId", plan,
        "scenario", 0,
        "title", name,
        "goal", name,
        "environment", name,
        "participants", name,
        "abortCriteria", name,
        "limitMinutes", 5,
        "artefacts", List.of(Map.of("assetId", asset, "artefact", BEACON)));
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    String one = "POST /api/drills/{id}";
    String nobodys = UUID.randomUUID().toString();
    deeds.put("PUT /api/drill-assets/{id}", Map.of("root", "/tmp/x"));
    deeds.put(
        "POST /api/drill-assets/{id}/consent", Map.of("name", "x", "drawing", Drawing.SIGNATURE));
    Map<String, Object> scheme = new LinkedHashMap<>(scheme("$", "x", nobodys));
    deeds.put("POST /api/drills", scheme);
    deeds.put(one + "/start", Map.of());
    deeds.put(one + "/abort", Map.of("reason", "x"));
    deeds.put(one + "/end", Map.of());
    deeds.put(one + "/steps/{n}/tick", Map.of("note", "x"));
    deeds.put(one + "/artefacts/{artefact}/noticed", Map.of("note", "x"));
    deeds.put("PUT /api/drills/{id}/summary", Map.of("summary", "x"));
    deeds.put(one + "/improvements/{n}/ticket", Map.of());
    deeds.put(one + "/close", Map.of());
    return deeds;
  }
}
