package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The phases of a response by NIST SP 800-61; preparation is what emergency plans and drills are
/// for.
enum Phase {
  ANALYSIS("检测与分析"),
  CONTAINMENT("遏制"),
  ERADICATION("根除"),
  RECOVERY("恢复"),
  REVIEW("事后总结"),
  CLOSED("已关闭");

  private final String chinese;

  Phase(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  /// Whether going there is the ordinary next step.
  boolean isNext(Phase to) {
    return to
        == switch (this) {
          case ANALYSIS -> CONTAINMENT;
          case CONTAINMENT -> ERADICATION;
          case ERADICATION -> RECOVERY;
          case RECOVERY -> REVIEW;
          case REVIEW, CLOSED -> CLOSED;
        };
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Phase of(String code) {
    return Codes.of(values(), Phase::code, code);
  }
}
