package org.shouyue.server.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Severity;

/// One matter that people are being told of until somebody takes it.
///
/// @param steps the chain as it was when it began
/// @param step the place of the next step; after the last, the last one repeats
/// @param repeats how often the last one was taken
/// @param repeatLimit how often the last one comes again at most
/// @param nextAt when the next step is due, by the business clock; null when it is over
record Escalation(
    UUID id,
    UUID clientId,
    String key,
    Severity severity,
    String about,
    String title,
    String template,
    Map<String, String> words,
    List<Step> steps,
    int repeatMinutes,
    int repeatLimit,
    State state,
    int step,
    int repeats,
    Instant startedAt,
    @Nullable Instant nextAt,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    @Nullable String how) {

  int lastStep() {
    return steps.size() - 1;
  }

  /// Whether everybody was told as often as the chain allows.
  boolean exhausted() {
    return step >= lastStep() && repeats > repeatLimit;
  }

  /// Whether its next step is due.
  boolean dueBy(Instant now) {
    return nextAt != null && !nextAt.isAfter(now);
  }

  /// Where it stands.
  enum State {
    RUNNING,
    /// Somebody took it.
    ACKNOWLEDGED,
    /// What it was about is over.
    ENDED,
    /// Nobody took it, however often they were told.
    UNANSWERED;

    /// The written code, `running`.
    @com.fasterxml.jackson.annotation.JsonValue
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
