package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The kinds of incident of GB/T 20986-2023, clause 5.
enum Category {
  /// 恶意程序事件
  MALWARE("恶意程序事件"),
  /// 网络攻击事件
  ATTACK("网络攻击事件"),
  /// 数据安全事件
  DATA("数据安全事件"),
  /// 信息内容安全事件
  CONTENT("信息内容安全事件"),
  /// 设备设施故障事件
  FAILURE("设备设施故障事件"),
  /// 违规操作事件
  MISUSE("违规操作事件"),
  /// 安全隐患事件
  HAZARD("安全隐患事件"),
  /// 异常行为事件
  ANOMALY("异常行为事件"),
  /// 不可抗力事件
  FORCE_MAJEURE("不可抗力事件"),
  /// 其他事件
  OTHER("其他事件");

  private final String chinese;

  Category(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Category of(String code) {
    return Codes.of(values(), Category::code, code);
  }
}
