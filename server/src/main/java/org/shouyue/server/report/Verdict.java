package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the occurrences of one clause add up to. The gravest thing that happened decides: a clause
/// is kept only when nothing was missed, late or undecidable.
public enum Verdict {
  KEPT("履约", "kept", Tone.GOOD),
  LATE("逾期履约", "late", Tone.WARN),
  MISSED("不履约", "missed", Tone.BAD),
  UNKNOWN("无法判定", "unknown", Tone.DOUBT),
  WAIVED("甲方豁免", "waived", Tone.QUIET),
  NOT_DUE("未到期", "not due", Tone.QUIET),
  NO_OCCASION("本期无触发", "no occasion", Tone.QUIET);

  private final String chinese;
  private final String english;
  private final Tone tone;

  Verdict(String chinese, String english, Tone tone) {
    this.chinese = chinese;
    this.english = english;
    this.tone = tone;
  }

  /// The verdict over a clause.
  ///
  /// @param eventBound true when the clause is owed only on an event or on request, so that no
  ///   occurrence at all is no fault
  /// @param cases how many requests or events were served under the clause
  static Verdict over(Tally tally, boolean eventBound, int cases) {
    if (tally.missed() > 0) {
      return MISSED;
    }
    if (tally.unknown() > 0) {
      return UNKNOWN;
    }
    if (tally.late() > 0) {
      return LATE;
    }
    if (tally.done() > 0 || (eventBound && cases > 0)) {
      return KEPT;
    }
    if (tally.waived() > 0) {
      return WAIVED;
    }
    if (tally.upcoming() > 0) {
      return NOT_DUE;
    }
    return eventBound ? NO_OCCASION : UNKNOWN;
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

  /// The written code: `no-occasion`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
