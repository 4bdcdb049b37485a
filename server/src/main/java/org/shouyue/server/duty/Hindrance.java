package org.shouyue.server.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why somebody whose turn it is cannot be relied on.
enum Hindrance {
  /// Nobody's turn.
  NOBODY,
  /// Away at that time.
  ABSENT,
  /// The account is disabled.
  DISABLED,
  /// May not see one of the roster's clients: not assigned to it, or without a valid undertaking of
  /// secrecy.
  NO_ACCESS,
  /// Can be called, but by no phone.
  NO_PHONE;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the person is passed over, not only worth a warning.
  boolean bars() {
    return this != NO_PHONE;
  }
}
