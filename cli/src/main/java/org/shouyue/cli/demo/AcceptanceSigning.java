package org.shouyue.cli.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Has a period of service accepted: the package is built, the client looks and signs.
final class AcceptanceSigning {

  private static final Duration LONGEST_BUILD = Duration.ofMinutes(3);

  private final Cast cast;
  private final String contractId;

  AcceptanceSigning(Cast cast, String contractId) {
    this.cast = cast;
    this.contractId = contractId;
  }

  /// Builds the package of these days and has it signed.
  ///
  /// @return the signed acceptance's id
  String accept(LocalDate from, LocalDate to) {
    String id =
        cast.manager()
            .post(
                "/api/acceptances",
                Map.of("contractId", contractId, "from", from.toString(), "to", to.toString()))
            .path("id")
            .asString();
    awaitPublished(id);
    cast.signatory()
        .post(
            "/api/acceptances/" + id + "/sign",
            Map.of(
                "name", "甲方签字人",
                "role", "分管负责人",
                "drawing", SignatureDrawing.asDataAddress(),
                "remarks", "演示签署",
                "verdict", "accepted"));
    return id;
  }

  private void awaitPublished(String id) {
    long deadline = System.nanoTime() + LONGEST_BUILD.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode acceptance = cast.manager().get("/api/acceptances/" + id);
      switch (acceptance.path("state").asString()) {
        case "published" -> {
          return;
        }
        case "failed" ->
            throw new DemoFailed(
                "the acceptance package: " + acceptance.path("problem").asString(""));
        default -> pause();
      }
    }
    throw new DemoFailed("the acceptance package was not ready after " + LONGEST_BUILD);
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }
}
