package org.shouyue.server.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is special about a ticket of kind change.
///
/// @param extra whether it goes beyond a quota that is used up
/// @param version the latest version of its plan; 0 while there is none
/// @param from when its window opens; null while there is no plan
/// @param until when it closes; null while there is no plan
/// @param emergency why it began before the client signed; null when it did not
/// @param confirmBy until when the client had to confirm an emergency; null when it is none
/// @param confirmedAt when it did; null while it has not
/// @param unconfirmed whether it was found not to have confirmed in time
/// @param result what came of it; null until it is finished
/// @param outcome what is said about the result
record Change(
    UUID ticketId,
    UUID clientId,
    UUID contractId,
    ChangeState state,
    boolean extra,
    int version,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String emergency,
    @Nullable Instant confirmBy,
    @Nullable Instant confirmedAt,
    boolean unconfirmed,
    @Nullable Instant startedAt,
    @Nullable String startedBy,
    @Nullable Instant finishedAt,
    @Nullable Result result,
    boolean rolledBack,
    @Nullable String outcome,
    Instant createdAt) {

  /// How long the client may take to confirm an emergency change.
  static final Duration CONFIRM_WITHIN = Duration.ofHours(24);

  /// What came of a change.
  enum Result {
    SUCCESS,
    PARTLY,
    FAILED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Result of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// The thing's name in evidence, notices and the audit trail.
  String about() {
    return "change/" + ticketId;
  }

  /// Whether the instant lies in the window that the client signed.
  boolean isOpenAt(Instant at) {
    return from != null && until != null && !at.isBefore(from) && at.isBefore(until);
  }

  /// Whether the work went on after its window.
  boolean overran() {
    return finishedAt != null && until != null && finishedAt.isAfter(until);
  }
}
