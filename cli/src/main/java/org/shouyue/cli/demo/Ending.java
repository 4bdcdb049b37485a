package org.shouyue.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the demo comes to: counts, money, the signed package.
final class Ending {

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

  /// Tells the result.
  ///
  /// @param acceptance the final one, signed
  /// @return the folder of its package
  Path conclude(String acceptance, int runs, Path home) {
    tellTickets();
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

  private void tellTickets() {
    List<JsonNode> tickets = cast.engineer().all("/api/tickets?contract=" + contractId);
    long breached =
        tickets.stream()
            .flatMap(ticket -> ticket.path("clocks").valueStream())
            .filter(clock -> clock.path("state").asString().equals("breached"))
            .count();
    teller.tell(
        "   "
            + teller.choose(
                "工单 %d，服务级别超时 %d 次".formatted(tickets.size(), breached),
                "%d tickets, %d service level limits broken".formatted(tickets.size(), breached)));
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
