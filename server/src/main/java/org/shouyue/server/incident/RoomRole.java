package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody does in an incident room.
enum RoomRole {
  /// 指挥
  COMMANDER("指挥"),
  /// 分析
  ANALYST("分析"),
  /// 联络
  LIAISON("联络"),
  /// 记录
  RECORDER("记录");

  private final String chinese;

  RoomRole(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static RoomRole of(String code) {
    return Codes.of(values(), RoomRole::code, code);
  }
}
