package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Penalty.Base;
import org.shouyue.contract.Penalty.Obligor;
import org.shouyue.contract.Penalty.Per;
import org.shouyue.contract.Penalty.Subject;
import org.shouyue.contract.Total;
import org.shouyue.contract.text.Token.Money;
import org.shouyue.contract.text.Token.Share;

/// Reads what a broken promise costs: a rate or a sum, what it is taken of, how often, and its cap.
final class PenaltyGrammar {
  private static final String[] CUES = {
    "违约金", "滞纳金", "赔偿金", "罚款", "扣除", "扣减", "扣款", "扣罚", "扣发", "违约责任", "赔付", "偿付", "罚", "赔偿", "违约",
    "核减", "抵扣", "减付", "penalt", "damages", "deduct", "credit"
  };
  private static final String[] CAPS = {
    "不超过", "上限", "最高", "为限", "不得超过", "封顶", "不高于", "最多", "capped", "exceed"
  };
  private static final String[] STEPS = {"每低", "每降低", "每减少", "每下降", "每少", "低于目标每", "每不足", "every"};

  private final @Nullable Total total;
  private final Set<String> secrecy = new HashSet<>();
  private final List<Penalty> penalties = new ArrayList<>();

  private PenaltyGrammar(@Nullable Total total) {
    this.total = total;
  }

  static List<Penalty> read(Script script, @Nullable Total total) {
    PenaltyGrammar grammar = new PenaltyGrammar(total);
    String context = "";
    String condition = "";
    int paragraph = -1;
    grammar.collectSecrecy(script.root());
    for (Sentence sentence : script.sentences()) {
      if (sentence.paragraph() != paragraph) {
        context = heading(sentence.clause());
        condition = context;
      }
      paragraph = sentence.paragraph();
      grammar.credit(sentence);
      boolean penalty = isPenalty(sentence, context);
      if (penalty) {
        grammar.sentence(sentence, context, condition);
      }
      context = context + sentence.text();
      condition = penalty ? heading(sentence.clause()) : condition + sentence.text();
    }
    return List.copyOf(grammar.penalties);
  }

  /// The numbers of the clauses about secrecy: 违反本合同第七条 may speak of them.
  private void collectSecrecy(Clause clause) {
    Label label = clause.label();
    if (label != null && clause.isIn(Section.SECRECY) && label.printed().startsWith("第")) {
      secrecy.add(label.printed());
    }
    clause.children().forEach(this::collectSecrecy);
  }

  private Subject subject(Sentence sentence, String all, Obligor party) {
    Subject subject = PenaltyWords.subject(sentence.text(), all, party);
    boolean refers = secrecy.stream().anyMatch(number -> sentence.text().contains(number));
    return refers && subject == Subject.BREACH ? Subject.SECRECY : subject;
  }

  private static String heading(Clause clause) {
    Clause parent = clause.parent();
    boolean inside = parent != null && parent.isIn(Section.PENALTIES) && parent.label() != null;
    return (inside && parent != null ? single(parent.title()) : "") + single(clause.title());
  }

  /// 违约与保密 tells nothing of the clauses below it.
  private static String single(String title) {
    boolean several = Text.hasAny(title, "与", "及", "和", "、") && Section.of(title).size() > 1;
    return several ? "" : title;
  }

  private static boolean isPenalty(Sentence sentence, String context) {
    boolean quantity =
        sentence.first(Share.class) != null
            || sentence.first(Money.class) != null
            || isWhole(sentence.text());
    boolean deposit =
        sentence.has("履约保证金", "质保金", "投标保证金", "履约担保")
            && !sentence.has("违约金", "扣除", "扣罚", "扣减", "扣款");
    boolean cued =
        sentence.has(CUES)
            || (sentence.isIn(Section.PENALTIES)
                && (Text.hasAny(context, CUES) || sentence.has("扣")));
    boolean capOnly =
        sentence.text().length() < 40
            && Text.hasAny(sentence.text(), CAPS)
            && sentence.text().startsWith("累计");
    boolean table = sentence.isIn(Section.LEVELS) && sentence.has("扣");
    return quantity && !deposit && !capOnly && (cued || table) && !sentence.has("保险");
  }

  /// 按项目金额作为违约金: the whole price.
  private static boolean isWhole(String text) {
    return Text.hasAny(text, "金额作为违约金", "总价作为违约金", "全额违约金", "总额作为违约金", "价款作为违约金");
  }

  /// 延长期限不超过中断时间的2倍.
  private void credit(Sentence sentence) {
    boolean extends_ =
        sentence.has("延长", "顺延", "补偿", "延期")
            && sentence.has("中断", "故障时间", "停机", "宕机", "不可用时间", "中止服务");
    int at = sentence.text().indexOf('倍');
    if (!extends_ || at < 1) {
      return;
    }
    int start = at;
    while (start > 0
        && (Character.isDigit(sentence.text().charAt(start - 1))
            || "一二两三四五六七八九十.".indexOf(sentence.text().charAt(start - 1)) >= 0)) {
      start--;
    }
    BigDecimal times = number(sentence.text().substring(start, at));
    if (times != null) {
      penalties.add(
          new Penalty(
              Obligor.PROVIDER,
              Subject.OUTAGE_CREDIT,
              times,
              Per.CASE,
              Base.OUTAGE,
              null,
              null,
              null,
              sentence.lines()));
    }
  }

  private static @Nullable BigDecimal number(String text) {
    BigDecimal chinese = org.shouyue.contract.text.ChineseNumerals.parse(text);
    return chinese != null
        ? chinese
        : text.matches("\\d{1,4}(\\.\\d{1,4})?") ? new BigDecimal(text) : null;
  }

  /// @param condition what was said since the last penalty: 发生一级故障时…
  private void sentence(Sentence sentence, String context, String condition) {
    BigDecimal rate = null;
    BigDecimal step = null;
    BigDecimal cap = null;
    int start = 0;
    List<Penalty> here = new ArrayList<>();
    for (Share share : sentence.all(Share.class)) {
      String before = sentence.text().substring(start, share.start());
      if (isTarget(sentence, share, before)) {
        continue;
      }
      if (isStep(before, sentence.after(share.end(), 3))) {
        step = share.fraction();
        continue;
      }
      boolean closed = Text.hasAny(sentence.after(share.end(), 4), "为限", "封顶", "为上限");
      if ((closed || Text.hasAny(PenaltyWords.tail(before, 26), CAPS))
          && (!here.isEmpty() || rate != null || hasMoney(sentence, share))) {
        cap = share.fraction();
        if (!here.isEmpty()) {
          here.set(here.size() - 1, withCap(here.getLast(), cap));
        }
        continue;
      }
      rate = share.fraction();
      Penalty penalty = penalty(sentence, context, start, share, rate, step);
      String said = sentence.text().substring(start, share.end());
      here.add(PenaltyConcern.added(penalty, said, condition));
      start = share.end();
      step = null;
    }
    if (here.isEmpty()) {
      fixed(sentence, context, step, cap, here);
      here.replaceAll(one -> PenaltyConcern.added(one, sentence.text(), condition));
    }
    penalties.addAll(here);
  }

  private static boolean hasMoney(Sentence sentence, Share share) {
    Money money = sentence.first(Money.class);
    return money != null && money.start() < share.start();
  }

  /// 可用率低于99.9%: what is promised, not what is owed.
  private static boolean isTarget(Sentence sentence, Share share, String before) {
    boolean high = share.fraction().compareTo(new BigDecimal("0.8")) >= 0;
    boolean compared =
        Text.hasAny(
            PenaltyWords.tail(before, 10), "低于", "不足", "达到", "未达", "高于", "≥", "<", "大于", "小于", "在");
    boolean range = Text.hasAny(sentence.after(share.end(), 2), "-", "~", "至", "以上", "以下");
    return high && (compared || range) && share.fraction().compareTo(BigDecimal.ONE) < 0;
  }

  private static boolean isStep(String before, String after) {
    return Text.hasAny(PenaltyWords.tail(before, 8), STEPS) && !after.startsWith("的违约");
  }

  private Penalty penalty(
      Sentence sentence,
      String context,
      int start,
      Share share,
      BigDecimal rate,
      @Nullable BigDecimal step) {
    String before = sentence.text().substring(start, share.start());
    String after = sentence.after(share.end(), 30);
    String all = context + sentence.text();
    Obligor party = PenaltyWords.party(sentence.text(), all);
    Subject subject = subject(sentence, all, party);
    Per per =
        PenaltyWords.per(
            before.length() < 6 ? sentence.text().substring(0, share.end()) : before, step);
    return new Penalty(
        party,
        subject,
        PriceGrammar.scaled(rate),
        per,
        base(before, after, sentence),
        null,
        null,
        step == null ? null : PriceGrammar.scaled(step),
        sentence.lines());
  }

  private static Penalty withCap(Penalty penalty, BigDecimal cap) {
    return new Penalty(
        penalty.party(),
        penalty.subject(),
        penalty.rate(),
        penalty.per(),
        penalty.base(),
        PriceGrammar.scaled(cap),
        penalty.fixed(),
        penalty.step(),
        penalty.lines(),
        penalty.concern());
  }

  private void fixed(
      Sentence sentence,
      String context,
      @Nullable BigDecimal step,
      @Nullable BigDecimal cap,
      List<Penalty> here) {
    String all = context + sentence.text();
    Obligor party = PenaltyWords.party(sentence.text(), all);
    Subject subject = subject(sentence, all, party);
    Lines lines = sentence.lines();
    if (isWhole(sentence.text())) {
      here.add(
          new Penalty(
              party, subject, BigDecimal.ONE, Per.BREACH, Base.TOTAL, null, null, null, lines));
      return;
    }
    for (Money money : sentence.all(Money.class)) {
      String before = sentence.text().substring(0, money.start());
      boolean owed =
          Text.hasAny(
                  PenaltyWords.tail(before, 14), "扣", "罚", "违约金", "支付", "赔偿", "核减", "赔付", "偿付", ",")
              || Text.hasAny(
                  sentence.after(money.end(), 8), "违约金", "/次", "罚", "赔偿", "每次", "/起", "/天", "/项");
      boolean whole = total != null && money.amount().compareTo(total.amount()) == 0;
      if (owed && !whole && money.amount().signum() > 0) {
        Per per = PenaltyWords.per(before + sentence.after(money.end(), 4), step);
        BigDecimal share = cap == null ? null : PriceGrammar.scaled(cap);
        here.add(
            new Penalty(
                party,
                subject,
                null,
                per,
                null,
                share,
                PriceGrammar.scaled(money.amount()),
                step == null ? null : PriceGrammar.scaled(step),
                lines));
        return;
      }
    }
  }

  private @Nullable Base base(String before, String after, Sentence sentence) {
    String near = PenaltyWords.tail(before, 26);
    Base known = PenaltyWords.baseIn(near);
    if (known == null) {
      known = PenaltyWords.baseIn(after.substring(0, Math.min(12, after.length())));
    }
    if (known == null && total != null) {
      for (Money money : sentence.all(Money.class)) {
        known = money.amount().compareTo(total.amount()) == 0 ? Base.TOTAL : known;
      }
    }
    return known == null ? PenaltyWords.baseIn(before) : known;
  }
}
