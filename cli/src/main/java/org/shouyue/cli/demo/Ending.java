package org.shouyue.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the demo comes to: counts, money, the signed package.
final class Ending {

  private static final Duration LONGEST_BUILD = Duration.ofMinutes(3);

  private final Cast cast;
  private final Teller teller;
  private final String contractId;

  Ending(Cast cast, Teller teller, String contractId) {
    this.cast = cast;
    this.teller = teller;
    this.contractId = contractId;
  }

  /// The contract as it was put in force.
  void tellContract() {
    JsonNode contract = contract();
    JsonNode body = contract.path("body");
    teller.tell("   " + contract.path("title").asString(""));
    teller.tell(
        "   "
            + teller.choose(
                "服务项 %d，服务级别 %d，付款 %d 期，违约条款 %d，履约事项 %d"
                    .formatted(
                        body.path("services").size(),
                        body.path("serviceLevels").size(),
                        body.path("payments").size(),
                        body.path("penalties").size(),
                        contract.path("upcoming").asInt()),
                "%d service items, %d service levels, %d payments, %d penalty clauses, %d obligations"
                    .formatted(
                        body.path("services").size(),
                        body.path("serviceLevels").size(),
                        body.path("payments").size(),
                        body.path("penalties").size(),
                        contract.path("upcoming").asInt())));
  }

  /// Has the year accepted and tells the result.
  ///
  /// @return the folder of the signed package
  Path conclude(TermOfDemo term, int runs, Path home) {
    teller.step("验收", "Acceptance");
    String acceptance = accept(term);
    JsonNode contract = contract();
    teller.tell(
        "   "
            + teller.choose(
                "按期 %d，迟到 %d，未履行 %d；引擎执行 %d 次"
                    .formatted(
                        contract.path("kept").asInt(),
                        contract.path("late").asInt(),
                        contract.path("missed").asInt(),
                        runs),
                "kept %d, late %d, missed %d; %d runs by the engines"
                    .formatted(
                        contract.path("kept").asInt(),
                        contract.path("late").asInt(),
                        contract.path("missed").asInt(),
                        runs)));
    tellMoney();
    Path folder = packageFolder(home, acceptance);
    teller.tell("   " + teller.choose("验收包 ", "package ") + folder);
    return folder;
  }

  private String accept(TermOfDemo term) {
    String id =
        cast.manager()
            .post(
                "/api/acceptances",
                Map.of(
                    "contractId", contractId,
                    "from", term.from().toString(),
                    "to", term.to().toString()))
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

  /// One line for each kind of penalty with its sum, one example of how a figure came about, and
  /// what could not be told; the package holds every line.
  private void tellMoney() {
    JsonNode settlement = cast.manager().get("/api/contracts/" + contractId + "/settlement");
    Map<String, Charges> charges = new LinkedHashMap<>();
    for (JsonNode penalty : settlement.path("penalties")) {
      BigDecimal amount = new BigDecimal(penalty.path("amount").asString());
      if (amount.signum() != 0) {
        String kind = penalty.path("party").asString() + " " + penalty.path("subject").asString();
        String example =
            penalty.path(teller.choose("explanation", "explanationEnglish")).asString("");
        charges.merge(kind, new Charges(1, amount, example), Charges::and);
      }
    }
    charges.forEach((kind, sum) ->
        teller.tell("   %s  %s  x %d  (%s)".formatted(sum.total, kind, sum.count, sum.example)));
    for (JsonNode line : settlement.path("lines")) {
      if (line.path("amount").isNull()) {
        teller.tell(
            "   "
                + teller.choose("无法判定  ", "cannot be told  ")
                + line.path("label").asString("")
                + "  "
                + line.path(teller.choose("explanation", "explanationEnglish")).asString(""));
      }
    }
  }

  private record Charges(int count, BigDecimal total, String example) {
    Charges and(Charges other) {
      return new Charges(count + other.count, total.add(other.total), example);
    }
  }

  private JsonNode contract() {
    return cast.manager().get("/api/contracts/" + contractId);
  }

  /// The package's folder in the server's data, found by the acceptance's id.
  private static Path packageFolder(Path home, String acceptance) {
    try (Stream<Path> folders = Files.walk(home.resolve("data"), 4)) {
      return folders
          .filter(folder -> folder.endsWith(Path.of(acceptance, "package")))
          .findFirst()
          .orElseThrow(() -> new DemoFailed("no package of " + acceptance + " in " + home));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
