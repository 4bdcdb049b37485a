package org.shouyue.server.incident;

import java.util.Arrays;
import java.util.function.Function;

/// Finds the constant that a code stands for.
final class Codes {
  private Codes() {}

  /// @throws IllegalArgumentException naming the codes that there are
  static <T> T of(T[] values, Function<T, String> codeOf, String code) {
    return Arrays.stream(values)
        .filter(value -> codeOf.apply(value).equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of " + Arrays.stream(values).map(codeOf).toList()));
  }
}
