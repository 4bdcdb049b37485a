package org.shouyue.server.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a run exists.
public enum RunKind {
  /// An obligation came due.
  SCHEDULED,
  /// One look at something watched.
  PROBE,
  /// A person asked for it.
  ASKED,
  /// It is to prove that a finding is gone.
  RETEST;

  /// The written code, `retest`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
