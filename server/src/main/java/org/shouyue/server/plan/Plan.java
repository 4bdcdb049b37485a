package org.shouyue.server.plan;

import java.time.Instant;
import java.util.UUID;

/// An emergency plan; what it says is in its versions.
public record Plan(
    UUID id, UUID clientId, UUID contractId, String title, Instant createdAt, String createdBy) {
  /// The name under which other rooms speak of it.
  String about() {
    return "plan/" + id;
  }
}
