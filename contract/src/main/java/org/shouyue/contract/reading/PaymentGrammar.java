package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Due;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Total;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.text.Token;
import org.shouyue.contract.text.Token.Money;
import org.shouyue.contract.text.Token.Share;

/// Reads the instalments: gathers the pieces of a sentence until one says how much is paid.
final class PaymentGrammar {
  /// More instalments than this are noise.
  private static final int MOST = 500;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final String[] PAYS = {
    "支付", "付款", "付清", "结清", "付至", "预付款", "首付款", "尾款", "余款", "拨付", "结算", "进度款", "付合同", "付清", "pay",
    "作为质保金", "质量保证金", "首款", "中期款"
  };
  private static final String[] FOREIGN = {
    "违约", "滞纳", "逾期", "赔偿", "罚", "扣除", "扣减", "扣款", "利息", "退还", "返还", "无息", "履约保证金", "履约担保", "投标保证金",
    "另行支付", "仲裁", "诉讼", "不再支付", "拒绝支付", "有权", "保险", "延期付款", "延迟付款"
  };
  private static final String[] ALL = {
    "一次性支付",
    "一次性付清",
    "全部金额",
    "全部费用",
    "全部款项",
    "全部合同款",
    "全额支付",
    "支付合同金额",
    "支付全部",
    "一次付清",
    "全部服务费",
    "支付合同总价款",
    "一次性向乙方支付"
  };

  private final @Nullable Total total;
  private final Findings findings;
  private final List<Payment> payments = new ArrayList<>();

  private @Nullable Clause last;

  private PaymentGrammar(@Nullable Total total, Findings findings) {
    this.total = total;
    this.findings = findings;
  }

  static List<Payment> read(Script script, @Nullable Total total, Findings findings) {
    PaymentGrammar grammar = new PaymentGrammar(total, findings);
    List<Sentence> sentences = script.sentences();
    StringBuilder carried = new StringBuilder();
    int paragraph = -1;
    for (Sentence sentence : sentences) {
      if (sentence.paragraph() != paragraph) {
        carried.setLength(0);
        paragraph = sentence.paragraph();
      }
      if (isPayment(sentence) && sentence.lines().from() < script.signature()) {
        PriceGrammar.compareWords(sentence, findings);
        grammar.sentence(sentence, carried);
        grammar.laterLimit(sentence);
      }
    }
    grammar.check();
    return List.copyOf(grammar.payments);
  }

  /// 每季度支付39万元。甲方于收到发票后15个工作日内支付: the limit follows in a sentence of its own.
  private void laterLimit(Sentence sentence) {
    boolean figures = share(sentence) != null || sentence.first(Money.class) != null;
    if (payments.isEmpty() || figures || sentence.clause() != last) {
      last = figures ? sentence.clause() : last;
      return;
    }
    Payment payment = payments.getLast();
    Triggers.Timing timing = Triggers.read(sentence.text());
    if (payment.due() == null && timing.due() != null && payment.lines() != null) {
      payments.set(
          payments.size() - 1,
          new Payment(
              payment.percent(),
              payment.amount(),
              payment.trigger() == null ? timing.trigger() : payment.trigger(),
              timing.due(),
              timing.calendar(),
              payment.lines().union(sentence.lines())));
    }
  }

  private static boolean isPayment(Sentence sentence) {
    boolean section = sentence.isIn(Section.PAYMENT) || sentence.isIn(Section.PRICE);
    boolean elsewhere =
        sentence.isIn(Section.PENALTIES)
            || sentence.isIn(Section.SECRECY)
            || (sentence.isIn(Section.ACCEPTANCE) && !section);
    boolean pays = sentence.has(PAYS) || hasAmountRow(sentence);
    boolean byProvider =
        sentence.has("乙方向甲方支付", "乙方应向甲方支付", "供应商缴纳", "乙方缴纳")
            || (sentence.has("乙方提交") && !sentence.has("甲方"));
    boolean foreign =
        sentence.has(FOREIGN)
            && !sentence.has("返还质保金")
            && !(section && sentence.has("质保金", "质量保证金"));
    return !elsewhere
        && pays
        && !foreign
        && !byProvider
        && (section || sentence.has("甲方", "采购人", "委托方", "合同签订", "总价", "总额", "合同款"));
  }

  /// A row of an instalment table: a share, and words for when.
  private static boolean hasAmountRow(Sentence sentence) {
    return sentence.isIn(Section.PAYMENT) && share(sentence) != null;
  }

  private static @Nullable Share share(Sentence sentence) {
    for (Share share : sentence.all(Share.class)) {
      if (!PriceGrammar.isTax(sentence, share)) {
        return share;
      }
    }
    return null;
  }

  private void sentence(Sentence sentence, StringBuilder carried) {
    for (Text.Piece piece : Text.split(sentence.text(), ",")) {
      carried.append(piece.text());
      Sentence part = Sentence.of(piece.text(), sentence.lines(), sentence.clause(), 0);
      Share share = share(part);
      Money money = part.first(Money.class);
      boolean pays =
          part.has(PAYS)
              || ((sentence.has(PAYS) || sentence.isIn(Section.PAYMENT)) && share != null);
      boolean recurs =
          money != null
              && sentence.isIn(Section.PAYMENT)
              && part.before(money.start(), 12).contains("每");
      boolean rate = share != null && share.fraction().compareTo(BigDecimal.ONE) > 0;
      if (share != null && pays && !rate) {
        add(share.fraction().multiply(HUNDRED), amountIn(sentence, piece), carried, sentence);
      } else if ((pays || recurs) && money != null && !isWholePrice(part, money)) {
        add(percentOf(money.amount()), money.amount(), carried, sentence);
      } else if (pays && part.has(ALL)) {
        add(HUNDRED, total == null ? null : total.amount(), carried, sentence);
      }
    }
  }

  /// 合同总金额为…元 tells the price, not an instalment.
  private static boolean isWholePrice(Sentence part, Money money) {
    return Text.hasAny(part.before(money.start(), 20), "总金额为", "总额为", "总价为", "共计人民币")
        && !Text.hasAny(part.before(money.start(), 20), "支付");
  }

  private @Nullable BigDecimal percentOf(BigDecimal amount) {
    if (total == null || total.amount().signum() == 0) {
      return null;
    }
    return amount.compareTo(total.amount()) == 0 ? HUNDRED : null;
  }

  /// The amount written behind a share, up to the next share.
  private static @Nullable BigDecimal amountIn(Sentence sentence, Text.Piece piece) {
    boolean found = false;
    for (Token token : sentence.tokens()) {
      boolean inside = token.start() >= piece.start();
      if (inside && token instanceof Share) {
        if (found) {
          return null;
        }
        found = true;
      }
      if (found && token instanceof Money money) {
        return money.amount();
      }
    }
    return null;
  }

  private void add(
      @Nullable BigDecimal percent,
      @Nullable BigDecimal amount,
      StringBuilder carried,
      Sentence sentence) {
    String words = carried.toString();
    carried.setLength(0);
    Triggers.Timing timing = Triggers.read(words);
    boolean retained = Text.hasAny(words, "质保金", "质量保证金", "保留金");
    if (retained
        || (timing.trigger() == null
            && timing.due() == null
            && sentence.all(Share.class).size() <= 1)) {
      timing = Triggers.read(sentence.text());
    }
    boolean alone = sentence.all(Share.class).size() <= 1 && sentence.all(Money.class).size() <= 1;
    Triggers.Timing whole = alone ? Triggers.read(sentence.text()) : timing;
    if (timing.due() == null && whole.due() instanceof Due.Within) {
      Trigger starts = timing.trigger() == null ? whole.trigger() : timing.trigger();
      timing = new Triggers.Timing(starts, whole.due(), whole.calendar());
    }
    boolean bare = percent == null && timing.trigger() == null && timing.due() == null;
    boolean mere = percent != null && percent.signum() == 0;
    if (payments.size() >= MOST || (bare && !payments.isEmpty()) || mere) {
      return;
    }
    BigDecimal share = percent == null ? null : PriceGrammar.scaled(percent);
    BigDecimal sum = amount == null ? null : PriceGrammar.scaled(amount);
    payments.add(
        new Payment(
            share, sum, timing.trigger(), timing.due(), timing.calendar(), sentence.lines()));
    boolean open =
        sum == null
            && sentence.all(Token.Blank.class).stream()
                .anyMatch(blank -> blank.kind() == Token.Blank.Kind.MONEY);
    if (open) {
      findings.blank("付款金额为空，请填写", sentence.lines());
    }
  }

  private void check() {
    boolean recurring =
        payments.stream()
            .anyMatch(payment ->
                payment.trigger() != null && payment.trigger().kind() == Trigger.Kind.PERIOD);
    if (recurring || payments.isEmpty()) {
      return;
    }
    dropRepeated();
    checkShares();
    checkAmounts();
  }

  /// A one-off payment that is told twice is one payment.
  private void dropRepeated() {
    for (int i = payments.size() - 1; i > 0; i--) {
      Payment payment = payments.get(i);
      for (int j = 0; j < i; j++) {
        Payment earlier = payments.get(j);
        boolean whole =
            payment.percent() != null
                && payment.percent().compareTo(HUNDRED) == 0
                && earlier.percent() != null
                && earlier.percent().compareTo(HUNDRED) == 0;
        if (whole && i < payments.size()) {
          payments.set(j, earlier.due() == null && payment.due() != null ? payment : earlier);
          payments.remove(i);
          break;
        }
      }
    }
  }

  private void checkShares() {
    BigDecimal sum = BigDecimal.ZERO;
    Lines lines = null;
    for (Payment payment : payments) {
      if (payment.percent() == null || payment.lines() == null) {
        return;
      }
      sum = sum.add(payment.percent());
      lines = lines == null ? payment.lines() : lines.union(payment.lines());
    }
    if (lines != null && sum.compareTo(HUNDRED) != 0) {
      findings.conflict("各期付款比例合计为" + PriceGrammar.plain(sum) + "%，不是100%", lines);
    }
  }

  private void checkAmounts() {
    if (total == null) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Payment payment : payments) {
      if (payment.amount() != null && payment.percent() != null && payment.lines() != null) {
        BigDecimal due =
            total.amount().multiply(payment.percent()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        if (due.subtract(payment.amount()).abs().compareTo(BigDecimal.ONE) > 0) {
          findings.conflict(
              "付款比例"
                  + PriceGrammar.plain(payment.percent())
                  + "%应为"
                  + PriceGrammar.plain(due)
                  + "元，合同写作"
                  + PriceGrammar.plain(payment.amount())
                  + "元",
              payment.lines());
          return;
        }
      }
      sum =
          payment.amount() == null || sum.signum() < 0
              ? BigDecimal.valueOf(-1)
              : sum.add(payment.amount());
    }
    Lines lines = payments.getFirst().lines();
    if (sum.signum() > 0 && sum.compareTo(total.amount()) != 0 && lines != null) {
      findings.conflict(
          "各期付款金额合计"
              + PriceGrammar.plain(sum)
              + "元，与合同总额"
              + PriceGrammar.plain(total.amount())
              + "元不符",
          lines);
    }
  }
}
