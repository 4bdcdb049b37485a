package org.shouyue.contract.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel.Limit;

/// Tells from words which service levels a penalty speaks of: 未能在约定时间内解决一级故障的.
final class PenaltyConcern {
  private static final String[] MATTERS = {"故障", "事件", "漏洞", "攻击", "告警", "篡改"};

  private PenaltyConcern() {}

  /// The penalty with what it speaks of; only clauses about service levels speak of any.
  ///
  /// @param said the words of this penalty alone
  /// @param condition what the sentences before say of the case: 发生一级故障时…
  static Penalty added(Penalty penalty, String said, String condition) {
    if (penalty.subject() != Penalty.Subject.SERVICE_LEVEL) {
      return penalty;
    }
    List<String> grades = Severities.all(said);
    Set<Limit> limits = limits(said);
    String matter = matter(said);
    return new Penalty(
        penalty.party(),
        penalty.subject(),
        penalty.rate(),
        penalty.per(),
        penalty.base(),
        penalty.cap(),
        penalty.fixed(),
        penalty.step(),
        penalty.lines(),
        new Penalty.Concern(
            matter == null ? matter(condition) : matter,
            grades.isEmpty() ? Severities.all(condition) : grades,
            limits));
  }

  /// The one kind of trouble that is named; null for none or several.
  private static @Nullable String matter(String text) {
    String found = null;
    for (String matter : MATTERS) {
      if (text.contains(matter)) {
        if (found != null) {
          return null;
        }
        found = matter;
      }
    }
    return found;
  }

  private static Set<Limit> limits(String text) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    if (Text.hasAny(text, "响应", "respon")) {
      limits.add(Limit.RESPOND);
    }
    if (Text.hasAny(text, "到场", "到达现场", "抵达现场", "on site", "on-site")) {
      limits.add(Limit.ON_SITE);
    }
    if (Text.hasAny(text, "解决", "恢复", "修复", "排除", "处置完", "处理完", "resol", "restor")) {
      limits.add(Limit.RESOLVE);
    }
    if (Text.hasAny(text, "反馈", "feedback")) {
      limits.add(Limit.FEEDBACK);
    }
    return limits;
  }
}
