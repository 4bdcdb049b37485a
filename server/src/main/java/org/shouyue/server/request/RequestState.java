package org.shouyue.server.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was decided about a request. How far the work on it is, its ticket says.
public enum RequestState {
  /// Nobody looked at it yet.
  SUBMITTED,
  /// Being reviewed.
  REVIEWING,
  /// May be worked on.
  ACCEPTED,
  /// Its risks were told; waits for the client's written word.
  WARNED,
  /// May be worked on, on the client's written word.
  CONFIRMED,
  /// Will not be done.
  REFUSED,
  /// Dropped by the client.
  WITHDRAWN;

  /// The state after an act; null when the act is refused here.
  @Nullable RequestState after(RequestAct act) {
    return switch (act) {
      case SUBMIT -> null;
      case ATTRIBUTE -> this == SUBMITTED || this == REVIEWING ? this : null;
      case TAKE -> this == SUBMITTED ? REVIEWING : null;
      case ACCEPT -> this == REVIEWING ? ACCEPTED : null;
      case WARN -> this == SUBMITTED || isOver() ? null : WARNED;
      case CONFIRM -> this == WARNED ? CONFIRMED : null;
      case REFUSE -> this == REVIEWING || this == WARNED ? REFUSED : null;
      case WITHDRAW -> isOver() ? null : WITHDRAWN;
      case AGREE, DISAGREE -> mayWork() ? this : null;
    };
  }

  /// Whether the review let it be worked on.
  boolean mayWork() {
    return this == ACCEPTED || this == CONFIRMED;
  }

  /// Whether nothing will come of it any more.
  boolean isOver() {
    return this == REFUSED || this == WITHDRAWN;
  }

  /// The written code, `submitted`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static RequestState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
