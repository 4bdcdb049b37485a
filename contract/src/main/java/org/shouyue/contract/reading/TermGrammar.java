package org.shouyue.contract.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Term;
import org.shouyue.contract.text.Token;
import org.shouyue.contract.text.Token.Day;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Reads how long the contract runs, what starts it, and how it goes on.
final class TermGrammar {
  private static final String[] CUES = {
    "合同期限", "服务期限", "服务期", "合同期", "履行期", "维护期", "有效期", "服务时间", "合同履行", "工期", "合作期", "委托期", "运维期",
    "期限为", "期限:", "为期", "服务周期", "term of", "Term"
  };
  private static final String[] SIGNING = {
    "签订之日",
    "签署之日",
    "签字之日",
    "签订后",
    "签订起",
    "签定之日",
    "生效之日",
    "盖章之日",
    "生效起",
    "签约之日",
    "生效后",
    "签订日",
    "date of signing",
    "effective date"
  };
  private static final String[] FOREIGN = {
    "保密", "质保", "保修", "质量保证", "违约", "不可抗力", "逾期", "支付", "验收", "有效的", "投标", "仲裁", "个工作日内", "发票",
    "通知", "保证金", "整改", "解除", "证明"
  };

  private final Findings findings;
  private @Nullable Sentence range;
  private @Nullable Sentence length;
  private @Nullable Sentence open;

  private TermGrammar(Findings findings) {
    this.findings = findings;
  }

  static @Nullable Term read(Script script, Findings findings) {
    TermGrammar grammar = new TermGrammar(findings);
    int bestRange = 0;
    int bestLength = 0;
    for (Sentence sentence : script.sentences()) {
      int score = score(sentence);
      if (score > 0 && range(sentence.tokens(), sentence.text()) != null && score > bestRange) {
        bestRange = score;
        grammar.range = sentence;
      }
      if (score > 0 && length(sentence) != null && score > bestLength) {
        bestLength = score;
        grammar.length = sentence;
      }
      if (score > 0
          && grammar.open == null
          && sentence.all(Token.Blank.class).stream()
              .anyMatch(blank -> blank.kind() != Token.Blank.Kind.MONEY)) {
        grammar.open = sentence;
      }
    }
    return grammar.term(script);
  }

  private static int score(Sentence sentence) {
    boolean cued = sentence.has(CUES);
    boolean inTerm = sentence.isIn(Section.TERM);
    if (!cued && !inTerm && !sentence.has("期满")) {
      return 0;
    }
    boolean plain = sentence.has("期限为", "期为", "有效期为");
    boolean foreign =
        !plain && sentence.has(FOREIGN) && !(inTerm && !sentence.has("保密", "验收", "质保"));
    if (sentence.isIn(Section.SECRECY) || sentence.isIn(Section.PENALTIES) || foreign) {
      return 0;
    }
    boolean strong = sentence.has("合同期限", "服务期限", "服务期", "合同期", "履行期限", "有效期", "维护期限", "为期");
    return (inTerm ? 4 : 0) + (strong ? 3 : cued ? 2 : 0) + (sentence.has(SIGNING) ? 1 : 0);
  }

  private @Nullable Term term(Script script) {
    Sentence renewal = renewal(script);
    Day[] days = range == null ? null : range(range.tokens(), range.text());
    if (days == null && length == null && open == null) {
      return renewal == null ? null : term(null, null, null, null, renewal, renewal.lines());
    }
    if (days == null && open != null && length == null) {
      findings.blank("服务期限留有空白，请填写起止日期", open.lines());
      return term(
          null,
          null,
          null,
          open.has(SIGNING) ? Term.Start.SIGNING : Term.Start.FIXED,
          renewal,
          open.lines());
    }
    return dated(days, renewal);
  }

  private Term dated(Day @Nullable [] days, @Nullable Sentence renewal) {
    LocalDate from = days == null ? null : firstDay(days[0]);
    LocalDate to = days == null ? null : days[1].lastDay();
    Period said = length == null ? null : length(length);
    Period real = from == null || to == null ? null : between(from, to);
    Lines lines = lines();
    if (from != null && to != null && to.isBefore(from)) {
      findings.conflict("服务期限的截止日期" + to + "早于开始日期" + from, lines);
      return term(null, null, said, Term.Start.FIXED, renewal, lines);
    }
    boolean yearly = length != null && (length.has("一签") || length.has("续签"));
    if (said != null
        && from != null
        && to != null
        && real != null
        && !yearly
        && !same(said, from, to)) {
      findings.conflict("服务期限写作" + words(said) + "，起止日期却是" + from + "至" + to, lines);
    }
    Sentence source = range == null ? length : range;
    boolean signing = from == null && source != null && source.has(SIGNING);
    LocalDate only = from == null && !signing && length != null ? start(length) : from;
    Term.Start starts =
        signing ? Term.Start.SIGNING : only == null ? startOf(length) : Term.Start.FIXED;
    if (only != null && to == null && said != null) {
      to = only.plus(said).minusDays(1);
    }
    return term(
        only, to, real != null && (said == null || yearly) ? real : said, starts, renewal, lines);
  }

  private Lines lines() {
    if (range != null && length != null && range.clause() == length.clause()) {
      return range.lines().union(length.lines());
    }
    Sentence source = range == null ? length : range;
    return source == null ? Lines.at(1) : source.lines();
  }

  private static Term.@Nullable Start startOf(@Nullable Sentence sentence) {
    return sentence != null && sentence.has(SIGNING) ? Term.Start.SIGNING : null;
  }

  /// The first day where a length counts from it: 自2024年1月1日起一年.
  private static @Nullable LocalDate start(Sentence sentence) {
    Day day = sentence.first(Day.class);
    boolean starts = day != null && day.isExact() && sentence.after(day.end(), 4).contains("起");
    return starts && day != null ? day.lastDay() : null;
  }

  private static Term term(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Period length,
      Term.@Nullable Start starts,
      @Nullable Sentence renewal,
      Lines lines) {
    if (renewal == null) {
      return new Term(from, to, length, starts, null, null, lines);
    }
    boolean automatic = renewal.has("自动", "无异议则", "视为续");
    boolean free = renewal.has("自动");
    Lines all = renewal.lines().from() - lines.to() > 6 ? lines : lines.union(renewal.lines());
    return new Term(
        from,
        to,
        length,
        starts,
        automatic && free ? Term.Renewal.AUTOMATIC : Term.Renewal.NEGOTIATED,
        renewalLength(renewal),
        all);
  }

  private static @Nullable Period renewalLength(Sentence renewal) {
    int at = Text.indexOfAny(renewal.text(), "续签", "续约", "延续", "续期", "顺延", "展期", "延长");
    for (Span span : renewal.all(Span.class)) {
      boolean long_ = span.unit().compareTo(Unit.MONTH) >= 0;
      if (long_ && span.start() >= at && span.start() - at <= 10) {
        return span.unit().period(span.amount());
      }
    }
    return null;
  }

  private static @Nullable Sentence renewal(Script script) {
    for (Sentence sentence : script.sentences()) {
      boolean goesOn = sentence.has("续签", "续约", "自动延续", "自动顺延", "自动延长", "续期", "展期", "一签");
      boolean atEnd = sentence.has("期满", "到期", "届满", "期限", "合同", "协议");
      boolean other =
          sentence.isIn(Section.PENALTIES)
              || sentence.isIn(Section.SECRECY)
              || sentence.has("不可抗力", "不再续", "不续签", "保函", "证书续期", "域名续");
      if (goesOn && atEnd && !other && (!sentence.has("一签") || sentence.has("期满", "考核"))) {
        return sentence;
      }
    }
    return script.sentences().stream()
        .filter(sentence -> sentence.has("一年一签", "每年一签") && sentence.has("期", "合同"))
        .findFirst()
        .orElse(null);
  }

  /// The two days of 自…至…; null when there are none.
  private static Day @Nullable [] range(List<Token> tokens, String text) {
    Day first = null;
    for (Token token : tokens) {
      if (token instanceof Day day) {
        if (first != null) {
          String between = text.substring(first.end(), day.start());
          boolean joined =
              between.length() <= 12 && Text.hasAny(between, "至", "到", "-", "~", "止", "to");
          if (joined && day.lastDay() != null && first.year() != null) {
            return new Day[] {first, day};
          }
          if (joined && first.year() != null && day.year() == null) {
            return new Day[] {first, withYear(day, first.year())};
          }
        }
        first = day;
      }
    }
    return null;
  }

  private static Day withYear(Day day, Integer year) {
    return new Day(year, day.month(), day.day(), day.monthEnd(), day.start(), day.end());
  }

  private static @Nullable LocalDate firstDay(Day day) {
    try {
      return day.year() == null
          ? null
          : LocalDate.of(
              day.year(), day.month() == null ? 1 : day.month(), day.day() == null ? 1 : day.day());
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /// A length of a month or more that says how long the contract runs.
  private static @Nullable Period length(Sentence sentence) {
    if (sentence.has("一签") && !sentence.has("为期", "期限为", "期为")) {
      return null;
    }
    for (Span span : sentence.all(Span.class)) {
      boolean long_ =
          span.unit().compareTo(Unit.MONTH) >= 0
              || (span.unit() == Unit.DAY && span.amount().intValue() >= 30 && !span.working());
      String before = sentence.before(span.start(), 4);
      String after = sentence.after(span.end(), 3);
      boolean other =
          Text.hasAny(before, "提前", "续签", "续约", "每", "满", "最长")
              || Text.hasAny(after, "内", "前", "一次", "以上");
      if (long_ && !other) {
        return span.unit().period(span.amount());
      }
    }
    return null;
  }

  private static @Nullable Period between(LocalDate from, LocalDate to) {
    Period exact = Period.between(from, to.plusDays(1));
    if (to.isBefore(from)) {
      return null;
    }
    Period loose = Period.between(from, to);
    return CycleGrammar.days(exact) == 0 ? exact : CycleGrammar.days(loose) == 0 ? loose : exact;
  }

  private static boolean same(Period said, LocalDate from, LocalDate to) {
    LocalDate end = from.plus(said);
    return !end.minusDays(3).isAfter(to) && !end.plusDays(2).isBefore(to);
  }

  private static String words(Period period) {
    return FrequencyWords.period(period);
  }
}
