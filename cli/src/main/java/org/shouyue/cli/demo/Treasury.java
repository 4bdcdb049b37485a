package org.shouyue.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The client's side of the money: pays each instalment on the day on which it is due.
final class Treasury {

  private final Cast cast;
  private final Teller teller;
  private final String contractId;
  private final Set<Integer> paid = new HashSet<>();

  Treasury(Cast cast, Teller teller, String contractId) {
    this.cast = cast;
    this.teller = teller;
    this.contractId = contractId;
  }

  /// Pays what has become due.
  void payDue(Instant now) {
    LocalDate today = now.atZone(Teller.ZONE).toLocalDate();
    String contract = "/api/contracts/" + contractId;
    for (JsonNode instalment : cast.manager().get(contract + "/settlement").path("payments")) {
      String due = instalment.path("due").asString("");
      String amount = instalment.path("amount").asString("");
      boolean payable = !due.isEmpty() && !amount.isEmpty() && !LocalDate.parse(due).isAfter(today);
      if (payable && paid.add(instalment.path("ordinal").asInt())) {
        cast.signatory().post(contract + "/payments", Map.of("date", due, "amount", amount));
        teller.happens(
            now, "甲方按期付款 " + amount, "the client pays " + amount + " on the day it is due");
      }
    }
  }
}
