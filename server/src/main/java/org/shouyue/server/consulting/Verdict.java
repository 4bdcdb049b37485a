package org.shouyue.server.consulting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a control is met.
enum Verdict {
  CONFORM("符合", 2),
  PARTLY("部分符合", 1),
  NOT("不符合", 0),
  NOT_APPLICABLE("不适用", 0);

  private final String chinese;
  private final int halves;

  Verdict(String chinese, int halves) {
    this.chinese = chinese;
    this.halves = halves;
  }

  String chinese() {
    return chinese;
  }

  /// What it is worth, in halves of a control.
  int halves() {
    return halves;
  }

  /// Whether something is missing.
  boolean isGap() {
    return this == PARTLY || this == NOT;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Verdict of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
