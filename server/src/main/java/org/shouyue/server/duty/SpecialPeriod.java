package org.shouyue.server.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A time in which the contract promises somebody on site around the clock (特殊时期).
///
/// @param source `calendar` for a holiday that the clause names, `client` for what the client told
///   of
/// @param place where the guard is kept; null until it is said
/// @param obligationId the dated promise that stands for it
/// @param paperId the report about it; null while there is none
/// @param reason why it was broken or called off; null otherwise
record SpecialPeriod(
    UUID id,
    UUID clientId,
    UUID contractId,
    String serviceId,
    String name,
    String source,
    Instant from,
    Instant to,
    @Nullable String place,
    @Nullable String toldBy,
    State state,
    UUID obligationId,
    @Nullable UUID paperId,
    @Nullable String reason) {

  /// Where a period stands.
  enum State {
    PLANNED,
    /// Over, and somebody was there all the time.
    KEPT,
    /// Over, and nobody was there in at least one shift.
    BROKEN,
    CANCELLED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
