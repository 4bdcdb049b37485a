package org.shouyue.server.drill;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a drill stands.
enum DrillState {
  PREPARED,
  RUNNING,
  /// Over, everything undone; to be summed up.
  ENDED,
  CLOSED;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DrillState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
