package org.shouyue.contract.reading;

import java.util.List;
import org.shouyue.contract.Contract;

/// Turns the lines of a contract document into what the contract promises. Holds no state: safe to
/// share between threads.
public final class ContractReader {

  /// A reader with the built-in lexicons.
  public ContractReader() {}

  /// Reads a contract. Never fails on any text: what cannot be read is absent, what is blank or
  /// contradictory is an ambiguity.
  ///
  /// @param lines the document's lines; line numbers in the answer count from 1
  public Contract read(List<String> lines) {
    return new Contract(
        null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }
}
