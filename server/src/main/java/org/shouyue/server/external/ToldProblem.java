package org.shouyue.server.external;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One problem that a notice tells of.
///
/// @param n its number in the notice, from 1
/// @param target where it was found, as told: an address or a name; empty when not told
/// @param assetId the asset of ours that it is; null when none matches
/// @param findingId our own finding of the same; null when there is none
/// @param note what was done, or why nothing can be
record ToldProblem(
    int n,
    String target,
    String description,
    @Nullable UUID assetId,
    @Nullable UUID findingId,
    State state,
    @Nullable String note,
    @Nullable Instant changedAt,
    @Nullable String changedBy) {

  /// How far a problem is.
  enum State {
    OPEN,
    /// Said to be fixed; not retested yet.
    FIXED,
    /// A retest proved it.
    PROVEN,
    /// Cannot be fixed, for a stated reason. Contract 1 §2-18 promises no more than to try.
    UNFIXABLE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  boolean isSettled() {
    return state == State.PROVEN || state == State.UNFIXABLE;
  }
}
