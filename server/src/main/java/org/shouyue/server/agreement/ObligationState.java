package org.shouyue.server.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where one obligation stands, and which step leads where. The only place that knows: statements
/// that move a row name the step and let this machine say from which states it may start.
public enum ObligationState {
  /// Its window has not opened.
  PLANNED,
  /// Its window is open and nothing was done yet.
  DUE,
  /// A run is under way.
  RUNNING,
  /// It was tried and nobody can say whether the promise is kept.
  UNKNOWN,
  /// Performed inside its window.
  DONE,
  /// Performed after its window.
  LATE,
  /// Its window passed and it was not performed.
  MISSED,
  /// The client gave it up, with a reason.
  WAIVED,
  /// The contract ended before its window opened.
  CANCELLED;

  /// What happens to an obligation.
  public enum Step {
    /// The window opens.
    OPEN,
    /// A run begins.
    START,
    /// It is performed before the window ends.
    PERFORM,
    /// It is performed after the window ended.
    PERFORM_LATE,
    /// A run could not say anything, inside the window.
    GIVE_UP,
    /// The window ends.
    PASS,
    /// The client's signatory waives it.
    WAIVE,
    /// The contract ends.
    CANCEL
  }

  /// The state after a step; null when the step is not possible here.
  public @Nullable ObligationState after(Step step) {
    return switch (step) {
      case OPEN -> this == PLANNED ? DUE : null;
      case START -> isOpen() || this == MISSED ? RUNNING : null;
      case PERFORM -> isOpen() || this == RUNNING ? DONE : null;
      case PERFORM_LATE -> isOpen() || this == RUNNING || this == MISSED ? LATE : null;
      case GIVE_UP -> isOpen() || this == RUNNING ? UNKNOWN : null;
      case PASS -> isOpen() || this == RUNNING ? MISSED : null;
      case WAIVE -> isOpen() || this == MISSED ? WAIVED : null;
      case CANCEL -> isOpen() ? CANCELLED : null;
    };
  }

  /// True while it can still be kept and nobody works on it.
  public boolean isOpen() {
    return switch (this) {
      case PLANNED, DUE, UNKNOWN -> true;
      case RUNNING, DONE, LATE, MISSED, WAIVED, CANCELLED -> false;
    };
  }

  /// The states from which a step is possible, by their codes.
  static List<String> before(Step step) {
    return Arrays.stream(values())
        .filter(state -> state.after(step) != null)
        .map(ObligationState::code)
        .toList();
  }

  /// The written code, `done`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  public static ObligationState of(String code) {
    for (ObligationState state : values()) {
      if (state.code().equals(code)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no obligation state is called " + code);
  }
}
