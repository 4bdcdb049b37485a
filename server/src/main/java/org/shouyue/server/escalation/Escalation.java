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
/// @param repeats how often the last one was repeated
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
    State state,
    int step,
    int repeats,
    Instant startedAt,
    @Nullable Instant nextAt,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    @Nullable String how) {

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
    ENDED;

    /// The written code, `running`.
    @com.fasterxml.jackson.annotation.JsonValue
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
