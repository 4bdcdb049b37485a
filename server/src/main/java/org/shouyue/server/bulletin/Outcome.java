package org.shouyue.server.bulletin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a bulletin concerns an asset, the worst first.
enum Outcome {
  AFFECTED,
  /// It may: what is installed, or what the bulletin says, is not known well enough.
  UNKNOWN,
  NOT_AFFECTED;

  /// The written code, `not-affected`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Outcome of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
