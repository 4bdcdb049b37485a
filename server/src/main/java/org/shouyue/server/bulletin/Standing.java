package org.shouyue.server.bulletin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a bulletin says about some versions of a product, the worst first.
enum Standing {
  AFFECTED,
  /// The maker does not know yet.
  INVESTIGATED,
  FIXED,
  NOT_AFFECTED;

  /// The written code, `not-affected`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Standing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
