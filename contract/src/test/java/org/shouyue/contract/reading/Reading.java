package org.shouyue.contract.reading;

import java.util.List;
import org.shouyue.contract.Contract;

/// Reads snippets in tests.
final class Reading {
  private static final ContractReader READER = new ContractReader();

  private Reading() {}

  static Contract of(String text) {
    return READER.read(List.of(text.split("\n", -1)));
  }
}
