package org.shouyue.server.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a change stands.
public enum ChangeState {
  /// Wanted; no plan yet.
  DRAFT,
  /// Planned; waits for the client's signature.
  PROPOSED,
  /// Signed; may begin in its window.
  SIGNED,
  /// The client did not sign; needs another plan.
  DECLINED,
  /// Being carried out.
  RUNNING,
  /// Carried out, or rolled back.
  DONE,
  /// Dropped.
  CANCELLED;

  /// The state after an act; null when the act is refused here. Signing in an emergency comes after
  /// the work began, and moves nothing.
  @Nullable ChangeState after(ChangeAct act) {
    return switch (act) {
      case PROPOSE -> isBeforeWork() ? PROPOSED : null;
      case SIGN -> this == PROPOSED ? SIGNED : this == RUNNING || this == DONE ? this : null;
      case DECLINE -> this == PROPOSED ? DECLINED : null;
      case START -> this == SIGNED ? RUNNING : null;
      case RUSH -> this == PROPOSED ? RUNNING : null;
      case STEP, FILE -> this == RUNNING ? this : null;
      case FINISH -> this == RUNNING ? DONE : null;
      case CANCEL -> isBeforeWork() ? CANCELLED : null;
      case AGREE -> this == DONE ? DONE : null;
      case DISAGREE -> this == DONE ? RUNNING : null;
    };
  }

  private boolean isBeforeWork() {
    return switch (this) {
      case DRAFT, PROPOSED, SIGNED, DECLINED -> true;
      case RUNNING, DONE, CANCELLED -> false;
    };
  }

  /// The written code, `draft`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static ChangeState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
