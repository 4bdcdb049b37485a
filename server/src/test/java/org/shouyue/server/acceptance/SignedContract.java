package org.shouyue.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import tools.jackson.databind.JsonNode;

/// A contract in force whose people have done some of what they promised.
final class SignedContract {
  private static final Path SAMPLE = Path.of("..", "contract", "samples", "demo-site-and-host.txt");

  final UUID client;
  final String id;
  private final Browser manager;

  private SignedContract(Browser manager, UUID client, String id) {
    this.manager = manager;
    this.client = client;
    this.id = id;
  }

  static SignedContract on(ServerUnderTest server, String clientName) {
    Browser manager = server.admin();
    UUID client = server.client(clientName);
    String id =
        manager
            .form(
                "/api/contracts",
                Map.of("clientId", client.toString()),
                "file",
                "contract.txt",
                sample())
            .expect(201)
            .text("id");
    JsonNode ambiguities =
        manager.get("/api/contracts/" + id).expect(200).json().get("ambiguities");
    for (int n = 0; n < ambiguities.size(); n++) {
      manager
          .put("/api/contracts/" + id + "/ambiguities/" + n, Map.of("decision", "按原文执行"))
          .expect(200);
    }
    manager
        .post(
            "/api/contracts/" + id + "/in-force",
            Map.of("signedOn", "2025-12-22", "assets", Map.of()))
        .expect(200);
    return new SignedContract(manager, client, id);
  }

  /// Moves the clock.
  void at(String instant) {
    manager.post("/api/clock", Map.of("to", instant)).expect(200);
  }

  /// Hands in a document for the first obligation with this word in its title that is due, and
  /// returns it.
  String submit(String word) {
    JsonNode items =
        manager
            .get("/api/obligations?contract=" + id + "&size=200&sort=windowFrom")
            .expect(200)
            .json()
            .get("items");
    for (JsonNode item : items) {
      boolean open =
          java.util.List.of("due", "unknown", "missed").contains(item.get("state").asString());
      if (open && item.get("title").asString().contains(word)) {
        String obligation = item.get("id").asString();
        manager
            .form(
                "/api/obligations/" + obligation + "/submission",
                Map.of("note", "已完成"),
                "file",
                word + ".txt",
                (word + "记录").getBytes(StandardCharsets.UTF_8))
            .expect(200);
        return obligation;
      }
    }
    throw new AssertionError("nothing due is called " + word + ": " + items);
  }

  /// Begins an acceptance and waits until its package is there.
  JsonNode published(String from, String to) {
    String acceptance =
        manager
            .post("/api/acceptances", Map.of("contractId", id, "from", from, "to", to))
            .expect(201)
            .text("id");
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    JsonNode detail;
    do {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      detail = manager.get("/api/acceptances/" + acceptance).expect(200).json();
    } while (detail.get("state").asString().equals("draft") && Instant.now().isBefore(until));
    return detail;
  }

  private static byte[] sample() {
    try {
      return Files.readAllBytes(SAMPLE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
