package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Penalty> penalties = new ArrayList<>();

  private PenaltyGrammar(@Nullable Total total) {
    this.total = total;
  }

  static List<Penalty> read(Script script, @Nullable Total total) {
    PenaltyGrammar grammar = new PenaltyGrammar(total);
    String context = "";
    int paragraph = -1;
    for (Sentence sentence : script.sentences()) {
      context = sentence.paragraph() == paragraph ? context : heading(sentence.clause());
      paragraph = sentence.paragraph();
      grammar.credit(sentence);
      if (isPenalty(sentence, context)) {
        grammar.sentence(sentence, context);
      }
      context = context + sentence.text();
    }
    return List.copyOf(grammar.penalties);
  }

  private static String heading(Clause clause) {
    Clause parent = clause.parent();
    boolean inside = parent != null && parent.isIn(Section.PENALTIES) && parent.label() != null;
    return (inside && parent != null ? parent.title() : "") + clause.title();
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
        sentence.has(CUES) || (sentence.isIn(Section.PENALTIES) && Text.hasAny(context, CUES));
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

  private void sentence(Sentence sentence, String context) {
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
      if ((closed || Text.hasAny(tail(before, 26), CAPS))
          && (!here.isEmpty() || rate != null || hasMoney(sentence, share))) {
        cap = share.fraction();
        if (!here.isEmpty()) {
          here.set(here.size() - 1, withCap(here.getLast(), cap));
        }
        continue;
      }
      rate = share.fraction();
      here.add(penalty(sentence, context, start, share, rate, step));
      start = share.end();
      step = null;
    }
    if (here.isEmpty()) {
      fixed(sentence, context, step, cap, here);
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
        Text.hasAny(tail(before, 10), "低于", "不足", "达到", "未达", "高于", "≥", "<", "大于", "小于", "在");
    boolean range = Text.hasAny(sentence.after(share.end(), 2), "-", "~", "至", "以上", "以下");
    return high && (compared || range) && share.fraction().compareTo(BigDecimal.ONE) < 0;
  }

  private static boolean isStep(String before, String after) {
    return Text.hasAny(tail(before, 8), STEPS) && !after.startsWith("的违约");
  }

  private static String tail(String text, int length) {
    return text.substring(Math.max(0, text.length() - length));
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
    Obligor party = party(sentence.text(), all);
    Subject subject = subject(sentence.text(), all, party);
    Per per = per(before.length() < 6 ? sentence.text().substring(0, share.end()) : before, step);
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
        penalty.lines());
  }

  private void fixed(
      Sentence sentence,
      String context,
      @Nullable BigDecimal step,
      @Nullable BigDecimal cap,
      List<Penalty> here) {
    String all = context + sentence.text();
    Obligor party = party(sentence.text(), all);
    Subject subject = subject(sentence.text(), all, party);
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
          Text.hasAny(tail(before, 14), "扣", "罚", "违约金", "支付", "赔偿", "核减", "赔付", "偿付", ",")
              || Text.hasAny(
                  sentence.after(money.end(), 8), "违约金", "/次", "罚", "赔偿", "每次", "/起", "/天", "/项");
      boolean whole = total != null && money.amount().compareTo(total.amount()) == 0;
      if (owed && !whole && money.amount().signum() > 0) {
        Per per = per(before + sentence.after(money.end(), 4), step);
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

  private static Per per(String text, @Nullable BigDecimal step) {
    String near = tail(text, 40);
    if (Text.hasAny(
        near,
        "每逾期",
        "每延",
        "每日",
        "每天",
        "按日",
        "每拖",
        "每迟",
        "每超过一日",
        "每超过1日",
        "每超期",
        "每推迟",
        "日万分",
        "日千分",
        "/天",
        "/日",
        "逐日",
        "每晚",
        "per day",
        "a day",
        "each day",
        "每一日",
        "每一天")) {
      return Per.DAY;
    }
    boolean each =
        Text.hasAny(
            near,
            "每次",
            "每发生",
            "每起",
            "每例",
            "每违反",
            "每出现",
            "每项",
            "每发现",
            "每缺",
            "每一次",
            "/次",
            "/起",
            "/项",
            "一次扣",
            "每少",
            "每超过",
            "per case",
            "每漏",
            "每台",
            "每人次",
            "发生一次",
            "发生1次",
            "每小时");
    return step != null || each ? Per.CASE : Per.BREACH;
  }

  private @Nullable Base base(String before, String after, Sentence sentence) {
    String near = tail(before, 26);
    Base known = baseIn(near);
    if (known == null) {
      known = baseIn(after.substring(0, Math.min(12, after.length())));
    }
    if (known == null && total != null) {
      for (Money money : sentence.all(Money.class)) {
        known = money.amount().compareTo(total.amount()) == 0 ? Base.TOTAL : known;
      }
    }
    return known == null ? baseIn(before) : known;
  }

  private static @Nullable Base baseIn(String text) {
    int unpaid =
        Text.lastIndexOfAny(
            text, "未支付总", "未支付的", "未支付费用", "未履行部分", "剩余合同", "未支付总费用", "未支付服务费", "尚未支付");
    int overdue =
        Text.lastIndexOfAny(
            text, "欠款", "应付未付", "未付款", "逾期金额", "逾期付款金额", "逾期款", "拖欠", "逾期部分", "迟延支付", "延付", "逾期未付",
            "未付金额", "应付款", "应付金额", "逾期支付金额", "overdue");
    int period =
        Text.lastIndexOfAny(
            text,
            "当月",
            "当季",
            "当期",
            "本期",
            "月度服务费",
            "季度服务费",
            "月服务费",
            "季服务费",
            "当年度",
            "该季度",
            "该月",
            "月费",
            "monthly",
            "quarterly",
            "本季度",
            "本月",
            "年服务费",
            "年度服务费",
            "季度费用",
            "月度费用");
    int total =
        Text.lastIndexOfAny(
            text,
            "合同总",
            "总额",
            "总价",
            "合同金额",
            "合同价",
            "总金额",
            "合同款",
            "总费用",
            "项目金额",
            "服务费总",
            "合同标的",
            "合同额",
            "服务费",
            "服务费用",
            "费用总",
            "contract price",
            "total");
    if (unpaid >= 0 && unpaid >= overdue && unpaid >= period && total - unpaid <= 5) {
      return Base.UNPAID;
    }
    int best = Math.max(Math.max(overdue, period), total);
    if (best < 0) {
      return null;
    }
    if (overdue == best || (overdue >= 0 && best - overdue < 4)) {
      return Base.OVERDUE;
    }
    return period >= 0 && best - period <= 8
        ? Base.PERIOD_FEE
        : total == best ? Base.TOTAL : Base.PERIOD_FEE;
  }

  /// Who owes: the side that pays to the other, else the side first blamed.
  private static Obligor party(String text, String all) {
    String plain = Roles.plain(text);
    if (Text.hasAny(plain, "任何一方", "双方中任", "违约方", "一方违", "另一方", "either party", "守约方")) {
      return Obligor.EITHER;
    }
    int toClient = Text.indexOfAny(plain, "向甲方", "给甲方", "支付甲方", "赔偿甲方", "甲方有权扣", "由乙方");
    int toProvider =
        Text.indexOfAny(
            plain, "向乙方支付", "向乙方偿", "向乙方承", "要求甲方支付", "要求甲方承", "向乙方赔", "支付乙方", "赔偿乙方", "由甲方");
    if (toProvider >= 0 && (toClient < 0 || toProvider < toClient)) {
      return Obligor.CLIENT;
    }
    if (toClient >= 0 || Text.hasAny(plain, "扣除", "扣减", "扣款", "扣罚", "核减", "扣")) {
      return Obligor.PROVIDER;
    }
    return blamed(plain, Roles.plain(all));
  }

  private static Obligor blamed(String plain, String all) {
    for (String text : new String[] {plain, all}) {
      int client = text.indexOf("甲方");
      int provider = text.indexOf("乙方");
      if (client >= 0 || provider >= 0) {
        return provider < 0 || (client >= 0 && client < provider)
            ? Obligor.CLIENT
            : Obligor.PROVIDER;
      }
    }
    return Obligor.PROVIDER;
  }

  private static Subject subject(String sentence, String all, Obligor party) {
    Subject own = named(sentence, party);
    return own != Subject.BREACH ? own : named(all, party);
  }

  private static Subject named(String text, Obligor party) {
    if (Text.hasAny(text, "保密", "泄露", "泄密", "泄漏", "披露", "confidential")) {
      return Subject.SECRECY;
    }
    if (Text.hasAny(text, "可用率", "可用性", "可用度", "在线率", "availability")) {
      return Subject.AVAILABILITY;
    }
    if (Text.hasAny(text, "拒收", "拒绝接收", "拒绝接受", "拒不接收")) {
      return Subject.REFUSAL;
    }
    boolean late =
        Text.hasAny(
            text,
            "逾期",
            "延误",
            "延迟",
            "迟延",
            "未按时",
            "未能按时",
            "未按合同约定时间",
            "拖延",
            "延期",
            "滞纳",
            "拖欠",
            "按期",
            "未按合同规定的期限",
            "late");
    if (late && party == Obligor.CLIENT) {
      return Subject.LATE_PAYMENT;
    }
    if (Text.hasAny(
            text, "响应", "到场", "到达现场", "恢复时间", "解决时限", "处理时限", "服务级别", "服务水平", "服务等级", "故障", "巡检",
            "未在规定时间", "SLA")
        && party != Obligor.CLIENT
        && !Text.hasAny(text, "逾期交付", "逾期提供")) {
      return Subject.SERVICE_LEVEL;
    }
    if (late && party != Obligor.CLIENT) {
      return Text.hasAny(text, "付款", "支付合同款", "支付服务费") && party == Obligor.EITHER
          ? Subject.LATE_PAYMENT
          : Subject.LATE_DELIVERY;
    }
    boolean ends =
        Text.hasAny(
            text,
            "擅自变更",
            "擅自解除",
            "单方解除",
            "单方面解除",
            "擅自终止",
            "单方终止",
            "单方面终止",
            "提前终止",
            "提前解除",
            "变更或解除",
            "中途退出",
            "无故终止",
            "无故解除",
            "擅自停止",
            "中止合同",
            "转包",
            "terminat");
    return ends && !Text.hasAny(text, "转包") ? Subject.TERMINATION : Subject.BREACH;
  }
}
