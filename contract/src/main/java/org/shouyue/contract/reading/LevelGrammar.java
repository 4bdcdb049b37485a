package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Lines;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.text.Normaliser;
import org.shouyue.contract.text.Token.Service;
import org.shouyue.contract.text.Token.Share;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Reads limits for responding, coming and mending, and promised availability, out of sentences and
/// tables. Neighbouring limits of one paragraph make one level until a limit comes a second time or
/// another grade is named.
final class LevelGrammar {
  enum Limit {
    RESPOND,
    ON_SITE,
    RESOLVE
  }

  private static final String[] WORKING = {
    "工作时间", "工作日", "5x8", "工作时段", "上班时间", "办公时间", "working hours", "business hours"
  };
  private static final Set<Section> ELSEWHERE =
      EnumSet.of(
          Section.PENALTIES, Section.PAYMENT, Section.SECRECY, Section.ACCEPTANCE, Section.TERM);

  /// More levels than this are noise.
  private static final int MOST = 1000;

  private final List<ServiceLevel> levels = new ArrayList<>();
  private final Set<Integer> rows = new HashSet<>();
  private Map<Limit, Duration> open = new EnumMap<>(Limit.class);
  private @Nullable Duration feedback;
  private boolean forewarn;
  private @Nullable Lines lines;
  private @Nullable String severity;
  private String words = "";
  private String timing = "";
  private @Nullable Clause clause;

  private LevelGrammar() {}

  static List<ServiceLevel> read(Script script) {
    LevelGrammar grammar = new LevelGrammar();
    collectRows(script.root(), grammar.rows);
    int paragraph = -1;
    for (Sentence sentence : script.sentences()) {
      if (sentence.paragraph() != paragraph || sentence.clause() != grammar.clause) {
        boolean goesOn =
            sentence.clause() == grammar.clause
                && Severities.of(sentence.text()) == null
                && grammar.severity != null
                && Severities.of(heading(sentence.clause())) == null;
        if (!goesOn) {
          grammar.close();
          grammar.severity = Severities.of(heading(sentence.clause()));
        }
        paragraph = sentence.paragraph();
        grammar.clause = sentence.clause();
      }
      String named = Severities.of(sentence.before(Math.min(10, sentence.text().length()), 10));
      if (named != null && !named.equals(grammar.severity)) {
        grammar.close();
        grammar.severity = named;
      }
      if (isLevel(sentence) && !grammar.isOfTable(sentence)) {
        grammar.sentence(titled(sentence));
      }
    }
    grammar.close();
    grammar.tables(script.root());
    grammar.levels.sort(
        java.util.Comparator.comparingInt(
            level -> level.lines() == null ? 0 : level.lines().from()));
    return grammar.distinct();
  }

  /// Whether a clause's own text sets limits.
  static boolean limits(Clause clause) {
    for (Paragraph paragraph : clause.paragraphs()) {
      Sentence sentence = Sentence.of(paragraph.text(), paragraph.lines(), clause, 0);
      for (Span span : sentence.all(Span.class)) {
        if (!LimitWords.around(
                sentence.text(),
                0,
                span,
                sentence.text().length(),
                EnumSet.noneOf(Limit.class),
                false)
            .isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private List<ServiceLevel> distinct() {
    List<ServiceLevel> kept = new ArrayList<>();
    for (ServiceLevel level : levels.subList(0, Math.min(levels.size(), MOST))) {
      boolean known =
          kept.stream()
              .anyMatch(other ->
                  sameLimits(other, level)
                      && java.util.Objects.equals(other.severity(), level.severity())
                      && other.subject().equals(level.subject())
                      && level.severity() != null);
      if (!known) {
        kept.add(level);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean sameLimits(ServiceLevel one, ServiceLevel other) {
    return java.util.Objects.equals(one.respond(), other.respond())
        && java.util.Objects.equals(one.onSite(), other.onSite())
        && java.util.Objects.equals(one.resolve(), other.resolve())
        && sameShare(one.target(), other.target());
  }

  private static boolean sameShare(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other == null : other != null && one.compareTo(other) == 0;
  }

  private static String heading(Clause clause) {
    return clause.title();
  }

  /// 响应时间:10分钟; the heading names what the first span limits.
  private static Sentence titled(Sentence sentence) {
    Clause clause = sentence.clause();
    boolean first =
        !clause.paragraphs().isEmpty()
            && clause.paragraphs().getFirst().text().startsWith(sentence.text());
    boolean names = Text.hasAny(clause.title(), "响应", "到场", "到达", "解决", "恢复", "修复", "处理时");
    return first && names
        ? Sentence.of(
            clause.title() + ":" + sentence.text(), sentence.lines(), clause, sentence.paragraph())
        : sentence;
  }

  private static boolean isLevel(Sentence sentence) {
    boolean elsewhere =
        sentence.clause().sections().stream().anyMatch(ELSEWHERE::contains)
            && !sentence.isIn(Section.LEVELS)
            && !sentence.isIn(Section.SERVICES);
    boolean foreign = sentence.has("不可抗力", "违约金", "扣款", "扣罚", "罚款", "扣除", "仲裁", "未按", "逾期");
    return !elsewhere && !foreign;
  }

  /// Rows of tables that have columns for limits are read by their columns.
  private boolean isOfTable(Sentence sentence) {
    return rows.contains(sentence.lines().from());
  }

  private static void collectRows(Clause clause, Set<Integer> rows) {
    for (Table table : clause.tables()) {
      if (table.has(Column.RESPOND) || table.has(Column.RESOLVE) || table.has(Column.ON_SITE)) {
        table.rows().forEach(row -> rows.add(row.line()));
      }
    }
    clause.children().forEach(child -> collectRows(child, rows));
  }

  private void sentence(Sentence sentence) {
    availability(sentence);
    int from = 0;
    List<Span> spans = sentence.all(Span.class);
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      int to = i + 1 < spans.size() ? spans.get(i + 1).start() : sentence.text().length();
      Set<Limit> limits =
          LimitWords.around(sentence.text(), from, span, to, open.keySet(), i + 1 < spans.size());
      Duration duration =
          span.unit().compareTo(Unit.WEEK) < 0 ? span.unit().duration(span.amount()) : null;
      if (!limits.isEmpty() && duration != null) {
        String grade = Severities.last(sentence.text().substring(0, span.start()), severity);
        boolean office =
            Text.hasAny(sentence.text().substring(from, span.start()), "非工作", "节假日", "夜间");
        if (limits.stream().anyMatch(open::containsKey)
            || (!java.util.Objects.equals(grade, severity) && !open.isEmpty())
            || office) {
          closeLevel();
        }
        severity = grade;
        limits.forEach(limit -> open.put(limit, duration));
        if (limits.contains(Limit.RESPOND)
            && Telling.isLimit(
                sentence.text().substring(from, span.start()), after(sentence, span, to))) {
          feedback = duration;
        }
        String here = sentence.text().substring(from, Math.min(to, span.end() + 16));
        words =
            open.size() == limits.size()
                ? sentence.text().substring(0, span.end()) + "。" + here
                : words + here;
        lines = lines == null ? sentence.lines() : lines.union(sentence.lines());
        timing = timing + timing(sentence, from, span);
        words =
            span.working()
                ? words + "工作日"
                : sentence.first(Service.class) != null ? words + "7x24" : words;
      }
      from = span.end();
    }
    forewarn |= open.containsKey(Limit.RESOLVE) && Telling.isForewarning(sentence.text());
  }

  private static String after(Sentence sentence, Span span, int to) {
    return sentence.text().substring(span.end(), to);
  }

  /// The words that say which time a span counts.
  private static String timing(Sentence sentence, int from, Span span) {
    Service service = sentence.first(Service.class);
    String around =
        service != null && service.start() < span.start() && service.roundTheClock() ? "7x24" : "";
    return sentence.text().substring(from, span.end()) + (span.working() ? "工作日" : "") + around;
  }

  private void close() {
    closeLevel();
    severity = null;
  }

  private void closeLevel() {
    if (!open.isEmpty() && lines != null) {
      levels.add(
          new ServiceLevel(
              Subjects.of(words, clause == null ? "" : clause.title()),
              severity,
              open.get(Limit.RESPOND),
              open.get(Limit.ON_SITE),
              open.get(Limit.RESOLVE),
              calendar(timing),
              null,
              lines,
              feedback,
              forewarn));
    }
    open = new EnumMap<>(Limit.class);
    feedback = null;
    forewarn = false;
    lines = null;
    words = "";
    timing = "";
  }

  static CountedTime calendar(String text) {
    boolean working = Text.hasAny(text.replace("非工作时间", "").replace("非工作日", ""), WORKING);
    boolean always = Text.hasAny(text, "7x24", "24x7", "全天候", "非工作");
    return working && !always ? CountedTime.WORKING : CountedTime.ALWAYS;
  }

  /// 可用率不低于99.9%.
  private void availability(Sentence sentence) {
    for (Share share : sentence.all(Share.class)) {
      String before = sentence.before(share.start(), 18);
      boolean target =
          Text.hasAny(
              before,
              "可用率",
              "可用性",
              "可用度",
              "在线率",
              "正常运行率",
              "连通率",
              "完好率",
              "availability",
              "uptime",
              "可用时间",
              "运行率");
      boolean high =
          share.fraction().compareTo(new BigDecimal("0.8")) >= 0
              && share.fraction().compareTo(BigDecimal.ONE) <= 0;
      if (target && high && (!Text.hasAny(before, "低于", "不足") || before.contains("不低于"))) {
        BigDecimal fraction = share.fraction().stripTrailingZeros();
        levels.add(
            new ServiceLevel(
                "可用率",
                null,
                null,
                null,
                null,
                calendar(sentence.text()),
                fraction,
                sentence.lines()));
      }
    }
  }

  private void tables(Clause here) {
    boolean elsewhere =
        here.sections().stream().anyMatch(ELSEWHERE::contains) && !here.isIn(Section.LEVELS);
    for (Table table : here.tables()) {
      boolean limits =
          table.has(Column.RESPOND) || table.has(Column.RESOLVE) || table.has(Column.ON_SITE);
      if (limits && !elsewhere) {
        table.rows().forEach(row -> row(table, row, here));
      }
    }
    here.children().forEach(this::tables);
  }

  private void row(Table table, Table.Row row, Clause here) {
    Duration respond = duration(table.cell(row, Column.RESPOND));
    Duration onSite = duration(table.cell(row, Column.ON_SITE));
    Duration resolve = duration(table.cell(row, Column.RESOLVE));
    if (respond == null && onSite == null && resolve == null) {
      return;
    }
    String grade = table.cell(row, Column.SEVERITY);
    String named =
        grade.isEmpty() ? Severities.of(table.cell(row, Column.TITLE)) : Severities.plain(grade);
    String title = table.cell(row, Column.TITLE);
    String subject = Subjects.of(title + row.joined(), here.title());
    levels.add(
        new ServiceLevel(
            title.isEmpty() || title.length() > 20 ? subject : Normaliser.display(title),
            named,
            respond,
            onSite,
            resolve,
            calendar(row.joined()),
            null,
            row.lines()));
  }

  private static @Nullable Duration duration(String cell) {
    for (org.shouyue.contract.text.Token token : org.shouyue.contract.text.Lexer.tokens(cell)) {
      if (token instanceof Span span) {
        return span.unit().duration(span.amount());
      }
    }
    return Text.hasAny(cell, "立即", "即时", "实时") ? Duration.ZERO : null;
  }
}
