package org.shouyue.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A client with a site, a permit for loopback and a contract in force, all made by HTTP.
public final class SignedContract {
  private static final byte[] LETTER = "同意".getBytes(StandardCharsets.UTF_8);

  private final UUID client;
  private final Browser manager;

  public SignedContract(ServerUnderTest server, String clientName) {
    this(server.admin(), clientName);
  }

  public SignedContract(Browser manager, String clientName) {
    this.manager = manager;
    this.client =
        UUID.fromString(
            manager.post("/api/clients", Map.of("name", clientName)).expect(201).text("id"));
    permit();
  }

  public UUID client() {
    return client;
  }

  private void permit() {
    manager
        .form(
            "/api/permits",
            Map.of(
                "permit",
                Map.of(
                    "clientId",
                    client,
                    "targets",
                    List.of("address:127.0.0.0/8"),
                    "methods",
                    List.of("observe"),
                    "from",
                    "2020-01-01T00:00:00Z",
                    "until",
                    "2099-01-01T00:00:00Z",
                    "signatory",
                    "张主任")),
            "file",
            "授权书.txt",
            LETTER)
        .expect(201);
  }

  public UUID asset(String kind, String name, String address) {
    return UUID.fromString(
        manager
            .post(
                "/api/assets",
                Map.of("clientId", client, "kind", kind, "name", name, "address", address))
            .expect(201)
            .text("id"));
  }

  /// Imports a contract text, decides whatever is unclear, and leaves it a draft.
  public UUID draft(String text) {
    UUID contract =
        UUID.fromString(
            manager
                .form(
                    "/api/contracts",
                    Map.of("clientId", client.toString()),
                    "file",
                    "contract.txt",
                    text.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .text("id"));
    JsonNode ambiguities =
        manager.get("/api/contracts/" + contract).expect(200).json().path("ambiguities");
    for (int n = 0; n < ambiguities.size(); n++) {
      manager
          .put("/api/contracts/" + contract + "/ambiguities/" + n, Map.of("decision", "按原文"))
          .expect(200);
    }
    return contract;
  }

  /// Puts a draft in force.
  public UUID sign(UUID contract, String signedOn, Map<String, List<UUID>> assets) {
    Map<String, Object> signature = new HashMap<>();
    signature.put("signedOn", signedOn);
    if (assets != null) {
      signature.put("assets", assets);
    }
    manager.post("/api/contracts/" + contract + "/in-force", signature).expect(200);
    return contract;
  }

  /// How many obligations of a contract are in these states.
  public int count(UUID contract, String states) {
    return manager
        .get("/api/obligations?contract=" + contract + "&state=" + states + "&size=1")
        .expect(200)
        .json()
        .path("total")
        .asInt();
  }

  /// Moves the replayed clock.
  public int advance(String to) {
    return manager
        .post("/api/clock", Map.of("to", to))
        .expect(200)
        .json()
        .path("runsFinished")
        .asInt();
  }

  public Browser manager() {
    return manager;
  }
}
