package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.reading.CycleGrammar.PeriodWord;
import org.shouyue.contract.text.Token;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// The words for periods.
final class CycleWords {
  private record Spelling(String word, int amount, Unit unit) {}

  /// Longer spellings stand before those that they begin with.
  private static final List<Spelling> UNITS =
      List.of(
          new Spelling("半个月", 15, Unit.DAY),
          new Spelling("半月", 15, Unit.DAY),
          new Spelling("半年", 6, Unit.MONTH),
          new Spelling("半小时", 30, Unit.MINUTE),
          new Spelling("双周", 2, Unit.WEEK),
          new Spelling("双月", 2, Unit.MONTH),
          new Spelling("个工作日", 1, Unit.DAY),
          new Spelling("工作日", 1, Unit.DAY),
          new Spelling("个自然日", 1, Unit.DAY),
          new Spelling("个季度", 1, Unit.QUARTER),
          new Spelling("个自然月", 1, Unit.MONTH),
          new Spelling("个自然季度", 1, Unit.QUARTER),
          new Spelling("自然月", 1, Unit.MONTH),
          new Spelling("个月", 1, Unit.MONTH),
          new Spelling("个星期", 1, Unit.WEEK),
          new Spelling("个服务年度", 1, Unit.YEAR),
          new Spelling("服务年度", 1, Unit.YEAR),
          new Spelling("小时", 1, Unit.HOUR),
          new Spelling("分钟", 1, Unit.MINUTE),
          new Spelling("季度", 1, Unit.QUARTER),
          new Spelling("自然季", 1, Unit.QUARTER),
          new Spelling("年度", 1, Unit.YEAR),
          new Spelling("星期", 1, Unit.WEEK),
          new Spelling("天", 1, Unit.DAY),
          new Spelling("日", 1, Unit.DAY),
          new Spelling("周", 1, Unit.WEEK),
          new Spelling("旬", 10, Unit.DAY),
          new Spelling("月", 1, Unit.MONTH),
          new Spelling("季", 1, Unit.QUARTER),
          new Spelling("年", 1, Unit.YEAR));

  /// Nouns that name a cycle by themselves, with what must follow the bare ones.
  private static final List<Spelling> NOUNS =
      List.of(
          new Spelling("半年度", 6, Unit.MONTH),
          new Spelling("半年报", 6, Unit.MONTH),
          new Spelling("年度", 1, Unit.YEAR),
          new Spelling("季度", 1, Unit.QUARTER),
          new Spelling("月度", 1, Unit.MONTH),
          new Spelling("双周", 2, Unit.WEEK),
          new Spelling("周度", 1, Unit.WEEK),
          new Spelling("年报", 1, Unit.YEAR),
          new Spelling("季报", 1, Unit.QUARTER),
          new Spelling("月报", 1, Unit.MONTH),
          new Spelling("周报", 1, Unit.WEEK),
          new Spelling("日报", 1, Unit.DAY),
          new Spelling("日巡检", 1, Unit.DAY),
          new Spelling("周巡检", 1, Unit.WEEK),
          new Spelling("月巡检", 1, Unit.MONTH),
          new Spelling("月检", 1, Unit.MONTH),
          new Spelling("季检", 1, Unit.QUARTER));

  private static final String[] WORK = {
    "巡检", "报告", "检查", "检测", "扫描", "总结", "评估", "演练", "培训", "汇报", "例会", "统计", "巡查", "分析", "维护报",
    "运维报", "安全报", "通报", "监测", "回访", "保养", "服务报", "测试"
  };

  private CycleWords() {}

  /// The unit, with the number before it if there is one, that starts here.
  static @Nullable PeriodWord period(String text, int start, List<Token> tokens) {
    for (Token token : tokens) {
      if (token.start() == start && token instanceof Span span) {
        return CycleGrammar.word(span.amount(), span.unit(), true, start, span.end());
      }
    }
    for (Spelling spelling : UNITS) {
      if (text.startsWith(spelling.word(), start)) {
        int end = start + spelling.word().length();
        return CycleGrammar.word(
            BigDecimal.valueOf(spelling.amount()), spelling.unit(), false, start, end);
      }
    }
    return null;
  }

  /// The first noun that names a cycle, null when there is none.
  static @Nullable PeriodWord noun(String text) {
    for (Spelling spelling : NOUNS) {
      int at = text.indexOf(spelling.word());
      if (at >= 0) {
        int end = at + spelling.word().length();
        boolean complete = !spelling.word().endsWith("度") && !spelling.word().equals("双周");
        if (complete || isFollowedByWork(text, end) || text.length() == spelling.word().length()) {
          return CycleGrammar.word(
              BigDecimal.valueOf(spelling.amount()), spelling.unit(), false, at, end);
        }
      }
    }
    return null;
  }

  private static boolean isFollowedByWork(String text, int at) {
    String next = text.substring(at, Math.min(text.length(), at + 8));
    return Text.hasAny(next, WORK);
  }
}
