package org.shouyue.server.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a version of a plan stands.
public enum VersionState {
  DRAFT,
  /// Read and found good by somebody other than its author.
  REVIEWED,
  /// Signed by the client.
  APPROVED,
  IN_FORCE,
  /// Another version is in force.
  SUPERSEDED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static VersionState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
