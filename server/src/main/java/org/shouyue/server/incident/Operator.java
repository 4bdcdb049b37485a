package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Who runs the system, which says whom an incident must be reported to and how soon: 国家网络安全
/// 事件报告管理办法 (Cyberspace Administration of China, in force since 2025-11-01), for incidents of grade
/// 较大 and above.
enum Operator {
  /// 关键信息基础设施: the protecting department and the police, within one hour.
  CRITICAL_INFRASTRUCTURE,
  /// 中央和国家机关及其直属单位: its own cyberspace office, within two hours.
  CENTRAL,
  /// Everybody else: the cyberspace office of the province, within four hours.
  OTHER;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Operator of(String code) {
    return Codes.of(values(), Operator::code, code);
  }

  /// A report that somebody must get.
  enum Duty {
    PROTECTION_DEPARTMENT("保护工作部门"),
    POLICE("公安机关"),
    OWN_CYBERSPACE_OFFICE("本部门网信工作机构"),
    PROVINCIAL_CYBERSPACE_OFFICE("属地省级网信部门"),
    /// The whole account, within thirty days after it was dealt with.
    SUMMARY("原报告渠道（处置总结报告）");

    private final String chinese;

    Duty(String chinese) {
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
    static Duty of(String code) {
      return Codes.of(values(), Duty::code, code);
    }
  }

  /// What must be reported to whom until when; nothing for a general incident.
  ///
  /// @param known when the incident became known
  Map<Duty, Instant> duties(Grade grade, Instant known) {
    Map<Duty, Instant> duties = new EnumMap<>(Duty.class);
    if (grade == Grade.GENERAL) {
      return duties;
    }
    switch (this) {
      case CRITICAL_INFRASTRUCTURE -> {
        duties.put(Duty.PROTECTION_DEPARTMENT, known.plus(Duration.ofHours(1)));
        duties.put(Duty.POLICE, known.plus(Duration.ofHours(1)));
      }
      case CENTRAL -> duties.put(Duty.OWN_CYBERSPACE_OFFICE, known.plus(Duration.ofHours(2)));
      case OTHER -> duties.put(Duty.PROVINCIAL_CYBERSPACE_OFFICE, known.plus(Duration.ofHours(4)));
    }
    return duties;
  }
}
