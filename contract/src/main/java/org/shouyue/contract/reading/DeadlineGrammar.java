package org.shouyue.contract.reading;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.text.Lexer;
import org.shouyue.contract.text.Token;

/// Where in a period something is due: 每月25日前, 每季度最后一个月的月初, 季度首月10日前, 月底前.
final class DeadlineGrammar {
  private static final int MONTH_END = 31;

  private DeadlineGrammar() {}

  /// The deadline that a text names for a cycle, null when it names none.
  static @Nullable Deadline read(String text, Cycle cycle) {
    if (!(cycle.frequency() instanceof Frequency.Every every)
        || every.period().toTotalMonths() < 1) {
      return null;
    }
    Cycle own = null;
    for (Cycle found : CycleGrammar.read(text)) {
      own = own == null && found.frequency().equals(cycle.frequency()) ? found : own;
    }
    boolean monthly = Text.hasAny(text, "次月", "当月", "每月", "下月", "月底前", "月末前");
    if (own == null && !monthly) {
      return null;
    }
    int next = Text.indexOfAny(text, "次月", "下月", "次季", "下季", "次年");
    int start = own == null ? 0 : next >= 0 ? Math.min(next, own.start()) : own.start();
    String near =
        text.substring(start, Math.min(text.length(), (own == null ? 0 : own.end()) + 24));
    Integer month = month(near, every.period());
    for (Token token : Lexer.tokens(near)) {
      if (token instanceof Token.Day day && day.year() == null && day.day() != null) {
        boolean limit =
            near.startsWith("前", day.end())
                || near.startsWith("之前", day.end())
                || near.startsWith("以前", day.end());
        Integer named = day.month() == null ? month : day.month();
        return limit ? new Deadline(named, null, day.day()) : null;
      }
    }
    return byWord(near, month);
  }

  private static @Nullable Deadline byWord(String near, @Nullable Integer month) {
    if (Text.hasAny(near, "月初", "上旬")) {
      return new Deadline(month, 1, 10);
    }
    if (Text.hasAny(near, "月中", "中旬")) {
      return new Deadline(month, 11, 20);
    }
    if (Text.hasAny(near, "下旬")) {
      return new Deadline(month, 21, MONTH_END);
    }
    if (Text.hasAny(near, "月底前", "月末前", "季度末前", "季末前", "年底前", "年末前")) {
      return new Deadline(month, null, MONTH_END);
    }
    return null;
  }

  private static @Nullable Integer month(String near, Period period) {
    long months = period.toTotalMonths();
    if (months < 2) {
      return null;
    }
    if (Text.hasAny(near, "最后一个月", "最末一个月", "末月", "最后1个月", "第三个月", "第3个月")) {
      return (int) Math.min(12, Text.hasAny(near, "第三个月", "第3个月") ? 3 : months);
    }
    if (Text.hasAny(near, "首月", "第一个月", "第1个月", "首个月")) {
      return 1;
    }
    return Text.hasAny(near, "第二个月", "第2个月") ? 2 : null;
  }
}
