package org.shouyue.server.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A course held once.
///
/// @param serviceId the service item it is held for; null for any that waits for training
/// @param place a room, or how to join online
/// @param obligationId the promise that it kept; null when none was waiting
/// @param paperId the report about it; null until it is closed
record Session(
    UUID id,
    UUID clientId,
    UUID contractId,
    @Nullable String serviceId,
    UUID courseId,
    String course,
    Course.Topic topic,
    Instant startsAt,
    Instant endsAt,
    String place,
    String trainer,
    State state,
    int invited,
    int attended,
    @Nullable UUID paperId,
    @Nullable UUID obligationId) {

  /// Where it stands.
  enum State {
    PLANNED,
    /// Over, and somebody came.
    HELD,
    /// Over, and nobody came: it counts for nothing.
    UNATTENDED,
    CANCELLED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
