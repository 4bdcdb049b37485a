package org.shouyue.server.acceptance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where one acceptance stands.
enum AcceptanceState {
  /// Its package is being built.
  DRAFT,
  /// Its package is sealed and lies before the client.
  PUBLISHED,
  /// The client accepted.
  SIGNED,
  /// The client refused.
  REFUSED,
  /// Its package could not be built.
  FAILED;

  /// The written code, `published`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AcceptanceState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
