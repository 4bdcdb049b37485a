package org.shouyue.server.bulletin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a bulletin stands.
enum BulletinState {
  /// Gathered or written, not looked at to the end.
  DRAFT,
  /// Sent to those whom it concerns.
  PUBLISHED,
  /// Concerns nobody, for a stated reason.
  DISMISSED,
  /// Was wrong; those who had it were told.
  WITHDRAWN;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BulletinState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
