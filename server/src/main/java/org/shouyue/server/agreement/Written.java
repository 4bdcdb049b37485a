package org.shouyue.server.agreement;

import java.util.List;
import org.shouyue.contract.Contract;
import org.shouyue.contract.language.ContractJson;
import org.shouyue.contract.language.Decoding.Decoded;
import org.shouyue.contract.language.Decoding.Refused;
import org.shouyue.server.problem.FieldError;
import org.shouyue.server.problem.Problem;
import tools.jackson.databind.JsonNode;

/// Contracts in their written form, on the way into and out of tables and requests.
final class Written {
  private static final String STORED = "stored contract";

  private Written() {}

  static String text(Contract contract) {
    return ContractJson.tree(contract).toString();
  }

  static JsonNode tree(Contract contract) {
    return ContractJson.tree(contract);
  }

  /// A contract that we stored.
  static Contract stored(String text) {
    return ContractJson.read(STORED, text).orThrow();
  }

  /// A contract that somebody sent.
  ///
  /// @throws Problem 400 with every field that is wrong
  static Contract sent(JsonNode tree) {
    return switch (ContractJson.read("body", tree)) {
      case Decoded(Contract contract) -> contract;
      case Refused(List<org.shouyue.contract.language.Problem> problems) ->
          throw Problem.invalid(
              problems.stream()
                  .map(problem ->
                      new FieldError(
                          problem.path(),
                          problem.wording().chinese() + "；" + problem.remedy().chinese()))
                  .toList());
    };
  }
}
