package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What came of one occurrence of a promise. The order is that of gravity: where several fall on
/// one day, the last of them colours it.
public enum Outcome {
  CANCELLED("已取消", "cancelled"),
  UPCOMING("未到期", "upcoming"),
  WAIVED("甲方豁免", "waived"),
  DONE("按期完成", "done"),
  LATE("逾期完成", "late"),
  UNKNOWN("无法判定", "unknown"),
  MISSED("未履行", "missed");

  private final String chinese;
  private final String english;

  Outcome(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  /// True when the occurrence counts among what was due.
  public boolean due() {
    return this != UPCOMING && this != CANCELLED;
  }

  /// The written code: `done`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
