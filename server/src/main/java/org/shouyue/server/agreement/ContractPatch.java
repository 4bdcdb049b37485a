package org.shouyue.server.agreement;

import java.util.Map;
import org.shouyue.contract.Contract;
import org.shouyue.server.problem.Problem;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes single values into a contract's written form.
final class ContractPatch {
  private ContractPatch() {}

  /// The contract with these values in place.
  ///
  /// @param patch values by JSON pointer, `/services/3/frequency`
  /// @throws Problem 400 naming the path when there is no such place or the value does not fit
  static Contract apply(Contract contract, Map<String, JsonNode> patch) {
    JsonNode tree = Written.tree(contract);
    patch.forEach((path, value) -> put(tree, path, value));
    return Written.sent(tree);
  }

  private static void put(JsonNode tree, String path, JsonNode value) {
    JsonPointer pointer = pointer(path);
    JsonNode parent = tree.at(pointer.head());
    switch (parent) {
      case ObjectNode object -> object.set(pointer.last().getMatchingProperty(), value);
      case ArrayNode array
          when pointer.last().getMatchingIndex() >= 0
              && pointer.last().getMatchingIndex() < array.size() ->
          array.set(pointer.last().getMatchingIndex(), value);
      default -> throw Problem.invalid("patch." + path, "must name a place in the contract");
    }
  }

  private static JsonPointer pointer(String path) {
    try {
      JsonPointer pointer = JsonPointer.compile(path);
      if (pointer.head() != null) {
        return pointer;
      }
    } catch (IllegalArgumentException _) {
      // told below, together with the empty path
    }
    throw Problem.invalid("patch." + path, "must be a path such as /services/3/frequency");
  }
}
