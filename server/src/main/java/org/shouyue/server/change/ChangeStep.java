package org.shouyue.server.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One entry of a change's history.
///
/// @param place which step of the plan it is about, from 1; null when about none
/// @param outcome what came of that step; null when about none
/// @param evidenceSeq the record of it in the contract's chain
record ChangeStep(
    Instant at,
    ChangeAct act,
    @Nullable Integer place,
    @Nullable Outcome outcome,
    String who,
    @Nullable String text,
    long evidenceSeq) {

  /// What came of a step of the plan.
  enum Outcome {
    AS_EXPECTED,
    DEVIATED,
    FAILED,
    SKIPPED;

    /// The written code, `as-expected`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Outcome of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
