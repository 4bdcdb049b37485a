package org.shouyue.contract;

import org.jspecify.annotations.Nullable;

/// One side of a contract by its full registered name.
///
/// @param lines where the name stands; null when a person wrote the contract by hand
public record Party(String name, @Nullable Lines lines) {

  public Party {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a party has a name");
    }
  }
}
