package org.shouyue.contract.assist;

import org.shouyue.contract.Lines;
import tools.jackson.databind.JsonNode;

/// One change that the model proposes and that would leave the contract valid. Taking it over is a
/// person's decision, by `ContractEdit.apply(contract, Map.of(path, value))`.
///
/// @param path of the field, `services[3].frequency`
/// @param value in the form of the contract language
/// @param lines of the document that are said to prove it; they exist and are not blank
/// @param reason in the model's words
public record Proposal(String path, JsonNode value, Lines lines, String reason) {

  public Proposal {
    value = value.deepCopy();
  }
}
