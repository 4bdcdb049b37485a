package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.text.Lexer;
import org.shouyue.contract.text.Token;
import org.shouyue.contract.text.Token.Count;
import org.shouyue.contract.text.Token.Day;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Finds cycles: a period word with an optional number of times beside it.
///
/// ```
/// cycle  := period [limit] [count] | [limit] count ("/" | "每") unit | count-less noun (月报)
/// period := ("每" | "隔" | "逐" | "按") unit | span next to a count | 全年 | 月度
/// limit  := 至少 | 不少于 | 不多于 | ...
/// ```
final class CycleGrammar {
  /// How far behind its period a number of times may stand.
  private static final int REACH = 40;

  private static final String[] AT_MOST = {
    "不多于", "不超过", "不高于", "最多", "至多", "不大于", "≤", "<=", "上限", "以内"
  };

  private static final String[] AT_LEAST = {"至少", "不少于", "不低于", "最少", "≥", ">=", "不小于", "起码"};

  private final String text;
  private final List<Token> tokens;
  private final List<Cycle> cycles = new ArrayList<>();

  private CycleGrammar(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// The cycles in the order in which they stand.
  static List<Cycle> read(String text) {
    CycleGrammar grammar = new CycleGrammar(unquoted(text), Lexer.tokens(unquoted(text)));
    grammar.periods();
    grammar.counts();
    grammar.spans();
    grammar.bound();
    grammar.nouns();
    grammar.cycles.sort(Comparator.comparingInt(Cycle::start));
    return List.copyOf(grammar.cycles);
  }

  /// The text with the names of documents blanked out: 《季度报告》 is no cycle.
  private static String unquoted(String text) {
    if (text.indexOf('《') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    boolean inside = false;
    for (int i = 0; i < out.length(); i++) {
      inside = (inside || out.charAt(i) == '《') && out.charAt(i) != '》';
      if (inside) {
        out.setCharAt(i, '·');
      }
    }
    return out.toString();
  }

  /// 每月, 每两周, 隔一天, 逐日, 按季度.
  private void periods() {
    for (int at = 0; at < text.length(); at++) {
      char lead = text.charAt(at);
      if ("每隔逐按".indexOf(lead) >= 0 && !isTaken(at)) {
        boolean skipping = lead == '隔' || (lead == '每' && text.startsWith("隔", at + 1));
        int start = lead == '每' && skipping ? at + 2 : at + 1;
        PeriodWord word = CycleWords.period(text, start, tokens);
        if (word != null && isPeriodLead(lead, word)) {
          add(at, skipping ? word.skipped() : word);
        }
      }
    }
  }

  /// 按 and 逐 lead to a period only where nothing but the unit follows.
  private boolean isPeriodLead(char lead, PeriodWord word) {
    boolean overdue = text.startsWith("逾", word.end()) || text.startsWith("延", word.end());
    boolean limit = text.startsWith("内", word.end()) || text.startsWith("份", word.end());
    return !overdue && !limit && (lead == '每' || lead == '隔' || !word.counted());
  }

  /// 每年____次, 每年60人天: how often is left open.
  private boolean isLeftOpen(int at) {
    int days = Text.indexOfAny(after(at, 24), "人天", "人日", "工时", "人月");
    if (days >= 0 && isSame(at, at + days)) {
      return true;
    }
    for (Token token : tokens) {
      if (token instanceof Token.Blank blank && blank.start() >= at) {
        boolean counts = Text.indexOfAny(after(blank.end(), 2).strip(), "次", "场", "回", "期") == 0;
        return counts && blank.start() < at + REACH && isSame(at, blank.start());
      }
    }
    return false;
  }

  private String after(int at, int length) {
    return text.substring(at, Math.min(text.length(), at + length));
  }

  private void add(int start, PeriodWord word) {
    if (isLeftOpen(word.end())) {
      return;
    }
    Count count = countAfter(word.end());
    int end = count == null ? word.end() : count.end();
    add(start, end, word.period(), count);
  }

  private void add(int start, int end, @Nullable Period period, @Nullable Count count) {
    if (period == null) {
      cycles.add(new Cycle(Frequency.Plain.CONTINUOUS, null, false, start, end));
      return;
    }
    int times = count == null ? 1 : count.times();
    boolean ceiling = count != null && isCeiling(count);
    boolean floor = count != null && isFloor(count);
    Frequency frequency =
        times == 1 && !ceiling && !floor
            ? new Frequency.Every(period)
            : new Frequency.Times(times, period);
    cycles.add(new Cycle(frequency, ceiling ? times : null, count != null, start, end));
  }

  private boolean isCeiling(Count count) {
    String before = text.substring(Math.max(0, count.start() - 5), count.start());
    String after = text.substring(count.end(), Math.min(text.length(), count.end() + 2));
    return Text.hasAny(before, AT_MOST) || after.equals("以内") || after.startsWith("内");
  }

  private boolean isFloor(Count count) {
    String before = text.substring(Math.max(0, count.start() - 4), count.start());
    return Text.hasAny(before, AT_LEAST);
  }

  /// 服务期内一次, 合同期内不少于2次, 30日内完成一次: counted over the whole term.
  private void bound() {
    if (!cycles.isEmpty()) {
      return;
    }
    for (Token token : tokens) {
      if (token instanceof Count count && !isOrdinal(count)) {
        String before = text.substring(Math.max(0, count.start() - REACH), count.start());
        boolean whole =
            Text.hasAny(
                before, "服务期内", "合同期内", "服务期限内", "合同期限内", "维护期内", "服务期间", "合同期间", "期内", "合同执行期",
                "服务周期内");
        boolean limited = before.contains("内") && Text.hasAny(before, "完成", "提交");
        if (whole || limited) {
          boolean once = count.times() == 1;
          Frequency frequency =
              once ? Frequency.Plain.ONCE : new Frequency.Times(count.times(), Period.ofYears(1));
          cycles.add(
              new Cycle(
                  frequency,
                  !once && isCeiling(count) ? count.times() : null,
                  true,
                  count.start(),
                  count.end()));
          return;
        }
      }
    }
  }

  /// A cycle with a further bound: 每年一次,不超过2次; null when the text is no such bound.
  static @Nullable Cycle bounded(Cycle cycle, String text) {
    CycleGrammar grammar = new CycleGrammar(text, Lexer.tokens(text));
    Period period =
        switch (cycle.frequency()) {
          case Frequency.Every every -> every.period();
          case Frequency.Times times -> times.period();
          case Frequency.Plain _ -> null;
        };
    for (Token token : grammar.tokens) {
      if (token instanceof Count count && period != null && text.length() < 20) {
        if (grammar.isCeiling(count)) {
          int floor = cycle.frequency() instanceof Frequency.Times times ? times.count() : 1;
          return new Cycle(
              new Frequency.Times(floor, period), count.times(), true, cycle.start(), cycle.end());
        }
        if (grammar.isFloor(count)) {
          return new Cycle(
              new Frequency.Times(count.times(), period),
              cycle.atMost(),
              true,
              cycle.start(),
              cycle.end());
        }
      }
    }
    return null;
  }

  /// The number of times that belongs to a period that ends here.
  private @Nullable Count countAfter(int at) {
    for (Token token : tokens) {
      if (token.start() >= at + REACH) {
        return null;
      }
      if (token instanceof Count count && token.start() >= at) {
        return isSame(at, count.start()) && !isOrdinal(count) ? count : null;
      }
      if (token.start() >= at && token instanceof Span) {
        return null;
      }
    }
    return null;
  }

  private boolean isOrdinal(Count count) {
    return count.start() > 0 && text.charAt(count.start() - 1) == '第';
  }

  /// Whether no stop and no other period parts a period from its number of times.
  private boolean isSame(int from, int to) {
    String between = text.substring(from, to);
    return Text.indexOfAny(between, "。", ";", ",", "每", "隔") < 0;
  }

  /// 4次/年, 两次每季度.
  private void counts() {
    for (Token token : tokens) {
      if (token instanceof Count count && !isTaken(count.start())) {
        int at = count.end();
        boolean slash = text.startsWith("/", at) || text.startsWith("每", at);
        PeriodWord word = slash ? CycleWords.period(text, afterEach(at + 1), tokens) : null;
        if (word != null) {
          add(startOfLimit(count.start()), word.end(), word.period(), count);
        }
      }
    }
  }

  private int afterEach(int at) {
    return text.startsWith("每", at) ? at + 1 : at;
  }

  private int startOfLimit(int at) {
    return Math.max(0, at - 3);
  }

  /// 一年两次, 半年一次, 三个月一次, 一月一次, 全年共4次, 年度不少于2次.
  private void spans() {
    for (Token token : tokens) {
      if (!isTaken(token.start())) {
        Period period = periodOf(token);
        Count count = period == null ? null : countNear(token.end());
        if (count != null) {
          add(token.start(), count.end(), period, count);
        }
      }
    }
    for (String year : new String[] {"全年", "一年内", "年度内", "每一年", "年度", "年"}) {
      int at = text.indexOf(year);
      if (at >= 0 && !isTaken(at)) {
        Count count = countNear(at + year.length());
        if (count != null && !isTaken(count.start())) {
          add(at, count.end(), Period.ofYears(1), count);
        }
      }
    }
  }

  private @Nullable Period periodOf(Token token) {
    return switch (token) {
      case Span span when text.startsWith("内", span.end()) -> null;
      case Span span -> span.unit().period(span.amount());
      case Day day
          when day.year() == null && day.day() == null && Integer.valueOf(1).equals(day.month()) ->
          Period.ofMonths(1);
      default -> null;
    };
  }

  private @Nullable Count countNear(int at) {
    Count count = countAfter(at);
    if (count == null) {
      return null;
    }
    String between = text.substring(at, count.start());
    boolean near =
        between.isEmpty()
            || (between.length() <= 6
                && Text.hasAny(
                    between, "至少", "不少", "不低", "不多", "不超", "最多", "至多", "共", "≥", "≤", "/", "内",
                    "开展", "进行", "组织"));
    return near ? count : null;
  }

  /// 月报, 季度巡检, 年度报告.
  private void nouns() {
    if (!cycles.isEmpty()) {
      return;
    }
    PeriodWord word = CycleWords.noun(text);
    if (word != null) {
      add(word.start(), word.end(), word.period(), null);
    }
  }

  private boolean isTaken(int at) {
    for (Cycle cycle : cycles) {
      if (at >= cycle.start() && at < cycle.end()) {
        return true;
      }
    }
    return false;
  }

  /// A period as a word stands for it.
  ///
  /// @param period null for minutes and hours: so often that it is watched without a break
  /// @param counted whether a number stands before the unit: 每两周
  /// @param days the number of days, for "every so many days in between"; 0 for other units
  record PeriodWord(@Nullable Period period, boolean counted, int days, int start, int end) {
    /// With so many days left out in between: 隔一天 is every second day. 隔周 and 隔月 likewise.
    PeriodWord skipped() {
      if (period == null) {
        return this;
      }
      Period longer =
          days > 0
              ? (days % 7 == 0 && !counted ? Period.ofDays(2 * days) : Period.ofDays(days + 1))
              : period.plusMonths(Math.max(1, period.toTotalMonths()));
      return new PeriodWord(longer, counted, days, start, end);
    }
  }

  static PeriodWord word(BigDecimal amount, Unit unit, boolean counted, int start, int end) {
    Period period = unit.period(amount);
    return new PeriodWord(period, counted, period == null ? 0 : days(period), start, end);
  }

  @SuppressWarnings("JavaPeriodGetDays") // a period of days has neither months nor years
  static int days(Period period) {
    return period.getDays();
  }
}
