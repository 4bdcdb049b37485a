package org.shouyue.contract.language;

import java.util.List;
import org.shouyue.contract.Contract;

/// What came of reading a written contract: the contract, or everything that is wrong with it.
public sealed interface Decoding {

  /// The text says a valid contract.
  record Decoded(Contract contract) implements Decoding {}

  /// The text does not.
  ///
  /// @param problems in the order of the text, at least one, at most [Problems#MOST]
  record Refused(List<Problem> problems) implements Decoding {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// The contract.
  ///
  /// @throws ContractInvalid when there is none, with all problems
  default Contract orThrow() {
    return switch (this) {
      case Decoded(Contract contract) -> contract;
      case Refused(List<Problem> problems) -> throw new ContractInvalid(problems);
    };
  }
}
