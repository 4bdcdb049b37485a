package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The four grades of GB/T 20986-2023, worst first.
enum Grade {
  /// 特别重大，Ⅰ级
  EXTRAORDINARY("特别重大"),
  /// 重大，Ⅱ级
  MAJOR("重大"),
  /// 较大，Ⅲ级
  CONSIDERABLE("较大"),
  /// 一般，Ⅳ级
  GENERAL("一般");

  private final String chinese;

  Grade(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  /// The grade that lies this many steps below the worst; there is none below the last.
  static Grade below(int steps) {
    return switch (steps) {
      case 0 -> EXTRAORDINARY;
      case 1 -> MAJOR;
      case 2 -> CONSIDERABLE;
      default -> GENERAL;
    };
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Grade of(String code) {
    return Codes.of(values(), Grade::code, code);
  }
}
