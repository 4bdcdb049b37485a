package org.shouyue.server.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where one finding stands.
public enum FindingState {
  /// Seen, and nobody has begun to mend it.
  OPEN,
  /// Somebody works on it.
  FIXING,
  /// A later run looked and did not see it any more.
  FIXED,
  /// A person decided that it is no problem, with a reason.
  DISMISSED;

  /// What happens to a finding.
  enum Step {
    /// A run sees it.
    SEEN,
    /// A run that would have seen it does not.
    GONE,
    /// Somebody begins to mend it.
    TAKEN,
    /// A person dismisses it.
    DISMISS
  }

  /// The state after a step; null when the step is not possible here. A fixed finding that is seen
  /// again opens again; a dismissed one stays dismissed.
  @Nullable FindingState after(Step step) {
    return switch (step) {
      case SEEN -> this == FIXED ? OPEN : this;
      case GONE -> this == DISMISSED ? DISMISSED : FIXED;
      case TAKEN -> this == OPEN || this == FIXING ? FIXING : null;
      case DISMISS -> this == OPEN || this == FIXING ? DISMISSED : null;
    };
  }

  /// The written code, `open`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FindingState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
