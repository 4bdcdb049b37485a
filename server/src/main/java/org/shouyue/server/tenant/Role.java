package org.shouyue.server.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/// What a person may do. A person has one role; for which clients is said apart.
public enum Role {
  /// Runs the provider's service for every client.
  PROVIDER_MANAGER,
  /// Does the provider's work for the clients named.
  ENGINEER,
  /// Sees the service of their own organisation.
  CLIENT_READER,
  /// Signs for their own organisation.
  CLIENT_SIGNATORY,
  /// Sees, and changes nothing.
  AUDITOR;

  /// The code used in the API and the database, as in `provider-manager`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role with this code.
  @JsonCreator
  public static Role of(String code) {
    return Stream.of(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of " + Stream.of(values()).map(Role::code).toList()));
  }
}
