package org.shouyue.contract.language;

import java.util.List;
import java.util.stream.Collectors;

/// A written contract that breaks the contract language. Always the writer's fault.
public final class ContractInvalid extends RuntimeException {

  private final List<Problem> problems;

  ContractInvalid(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// Everything that is wrong, in the order of the text.
  public List<Problem> problems() {
    return problems;
  }
}
