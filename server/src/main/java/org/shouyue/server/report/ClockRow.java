package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One service-level clock of one ticket.
///
/// @param ticket number of the ticket
/// @param subject what the level applies to, in the contract's words
/// @param severity the grade; null when the level knows none
/// @param limit the promised time
/// @param stoppedAt when what was promised happened; null when it did not
/// @param pausedSeconds how long the clock stood still with a recorded reason
public record ClockRow(
    String ticket,
    String subject,
    @Nullable String severity,
    Kind kind,
    Duration limit,
    Instant startedAt,
    Instant dueAt,
    @Nullable Instant stoppedAt,
    long pausedSeconds,
    State state) {

  /// What the clock measures.
  public enum Kind {
    RESPOND("响应", "respond"),
    ON_SITE("到场", "on site"),
    RESOLVE("解决", "resolve"),
    FEEDBACK("反馈", "feedback");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String chinese() {
      return chinese;
    }

    String english() {
      return english;
    }

    /// The written code: `on-site`.
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where the clock stands.
  public enum State {
    MET("达标", "met", Tone.GOOD),
    BREACHED("超时", "breached", Tone.BAD),
    RUNNING("计时中", "running", Tone.QUIET);

    private final String chinese;
    private final String english;
    private final Tone tone;

    State(String chinese, String english, Tone tone) {
      this.chinese = chinese;
      this.english = english;
      this.tone = tone;
    }

    String chinese() {
      return chinese;
    }

    String english() {
      return english;
    }

    Tone tone() {
      return tone;
    }

    /// The written code: `met`.
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
