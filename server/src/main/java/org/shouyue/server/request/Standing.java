package org.shouyue.server.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a contact stands: a contract names one primary and at least one secondary contact.
public enum Standing {
  /// The one who answers for the client (主要联系责任人).
  PRIMARY,
  /// Who stands in (次要联系人).
  SECONDARY;

  /// The written code, `primary`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The standing with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static Standing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
