package org.shouyue.server.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How bad a finding is, worst first.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /// True when this is as bad as the other, or worse.
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /// The written code, `high`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The severity with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Severity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
