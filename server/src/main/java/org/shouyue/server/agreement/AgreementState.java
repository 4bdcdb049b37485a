package org.shouyue.server.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a contract stands.
public enum AgreementState {
  /// Read, and still to be decided and signed.
  DRAFT,
  /// Signed: its plan is stored and is being kept.
  IN_FORCE,
  /// Its term is over.
  ENDED;

  /// The written code, `in-force`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static AgreementState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
