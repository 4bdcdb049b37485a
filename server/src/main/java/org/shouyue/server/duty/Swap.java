package org.shouyue.server.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody asks a colleague to take a stretch of their turns (换班).
///
/// @param answeredAt when the colleague said yes or no; null while open
/// @param settledBy whose word made it count; null until it does
record Swap(
    UUID id,
    UUID rosterId,
    UUID asker,
    UUID taker,
    Instant from,
    Instant to,
    String reason,
    State state,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant settledAt,
    @Nullable String settledBy) {

  /// Where a swap stands.
  enum State {
    /// The colleague has not answered.
    ASKED,
    /// The colleague agreed; a manager has to.
    ACCEPTED,
    /// It counts.
    SETTLED,
    /// The colleague or the manager said no.
    REFUSED,
    /// The asker no longer wants it.
    WITHDRAWN;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean open() {
    return state == State.ASKED || state == State.ACCEPTED;
  }
}
