package org.shouyue.server.report;

import java.util.Locale;

/// The kinds of documents that are known by name. Rooms above may draw papers of other kinds; those
/// are called 报告.
public enum PaperKind {
  WEEKLY("服务周报", "Weekly Service Report", "ZB"),
  MONTHLY("服务履约月报", "Monthly Service Report", "YB"),
  QUARTERLY("季度服务报告", "Quarterly Service Report", "JB"),
  ANNUAL("年度服务报告", "Annual Service Report", "NB"),
  SUMMARY("服务总结报告", "Summary Service Report", "ZJ"),
  INSPECTION("巡检报告", "Inspection Report", "XJ"),
  FAULT("故障处理报告", "Fault Report", "GZ"),
  MAINTENANCE("维护记录", "Maintenance Record", "WH"),
  DRILL("应急演练报告", "Drill Report", "YL"),
  TRAINING("培训记录", "Training Record", "PX"),
  DUTY("值守记录", "Duty Record", "ZS"),
  INCIDENT("安全事件报告", "Security Incident Report", "SJ"),
  REQUEST("服务请求单", "Service Request", "QQ"),
  CHANGE("变更记录", "Change Record", "BG"),
  EXTERNAL_ANSWER("整改情况报告", "Answer to a Notice", "HF"),
  PLAN("服务方案", "Plan", "FA"),
  EMERGENCY_PLAN("应急预案", "Emergency Plan", "YA"),
  BULLETIN("安全通告", "Security Bulletin", "TG"),
  CONSULTING("咨询服务记录", "Consulting Record", "ZX"),
  UNDERTAKING("保密承诺书", "Confidentiality Undertaking", "CN"),
  DESTRUCTION("资料销毁证明", "Certificate of Destruction", "XH"),
  SETTLEMENT("结算单", "Settlement Statement", "JS"),
  ACCEPTANCE("验收报告", "Acceptance Report", "YR"),
  OTHER("报告", "Report", "BB");

  private final String chinese;
  private final String english;
  private final String prefix;

  PaperKind(String chinese, String english, String prefix) {
    this.chinese = chinese;
    this.english = english;
    this.prefix = prefix;
  }

  /// The name on paper.
  public String chinese() {
    return chinese;
  }

  /// The English name.
  public String english() {
    return english;
  }

  /// What the numbers of such papers begin with.
  String prefix() {
    return prefix;
  }

  /// The written code: `external-answer`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind with this code, [#OTHER] when none has it.
  static PaperKind of(String code) {
    for (PaperKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    return OTHER;
  }

  /// A title without the kind's name behind it, since that stands on a line of its own.
  String within(String title) {
    boolean repeated = title.endsWith(chinese) && title.length() > chinese.length();
    return repeated ? title.substring(0, title.length() - chinese.length()).strip() : title;
  }
}
