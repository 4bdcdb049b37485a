package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Total;
import org.shouyue.contract.text.Token;
import org.shouyue.contract.text.Token.Money;

/// Reads the contract price and compares its figures with its words.
final class PriceGrammar {
  private static final String[] WHOLE = {
    "合同总价",
    "总金额",
    "合同金额",
    "合同价款",
    "合同总额",
    "总价款",
    "合同总金额",
    "含税总额",
    "费总额",
    "总额为",
    "合同价",
    "总费用",
    "成交金额",
    "中标金额",
    "中标价",
    "成交价",
    "总价为",
    "合同总款",
    "total price",
    "contract price",
    "Total"
  };
  private static final String[] SOME = {
    "费用为", "金额为", "费用共计", "合计", "总计", "价款为", "服务费为", "费用:", "共计", "费用总计", "报价", "服务费"
  };
  private static final String[] PARTS = {
    "预付", "首付", "首期", "尾款", "余款", "第一期", "第二期", "第一次", "第二次", "第一笔", "保证金", "违约金", "质保金", "罚", "扣",
    "赔偿", "每年", "单价", "剩余", "保险", "每次", "每月", "每季"
  };

  private record Price(BigDecimal amount, int score, Sentence sentence) {}

  private final Findings findings;
  private final List<Price> prices = new ArrayList<>();
  private @Nullable Sentence open;

  private PriceGrammar(Findings findings) {
    this.findings = findings;
  }

  static @Nullable Total read(Script script, Findings findings) {
    PriceGrammar grammar = new PriceGrammar(findings);
    for (Sentence sentence : script.sentences()) {
      grammar.read(sentence);
    }
    return grammar.total();
  }

  private void read(Sentence sentence) {
    if (sentence.isIn(Section.PENALTIES)
        || sentence.isIn(Section.SECRECY)
        || sentence.isIn(Section.ACCEPTANCE)) {
      return;
    }
    boolean whole = sentence.has(WHOLE);
    boolean some = sentence.has(SOME) || sentence.isIn(Section.PRICE);
    Token.Blank blank = sentence.first(Token.Blank.class);
    boolean price = whole || sentence.isIn(Section.PRICE);
    boolean empty =
        sentence.first(Money.class) == null
            && blank != null
            && blank.kind() == Token.Blank.Kind.MONEY;
    if (price && empty && open == null && !sentence.has(PARTS) && !sentence.has("%", "支付")) {
      open = sentence;
    }
    if (!whole && !some) {
      return;
    }
    Money first = firstWhole(sentence);
    if (first != null) {
      boolean share =
          sentence.all(Token.Share.class).stream().anyMatch(one -> !isTax(sentence, one));
      boolean rate = sentence.after(first.end(), 2).startsWith("/");
      String before = sentence.before(first.start(), 24);
      int score =
          (Text.hasAny(before, WHOLE) || isTitled(sentence) ? 6 : whole ? 3 : 0)
              + (sentence.isIn(Section.PRICE) ? 2 : 0)
              + (some ? 1 : 0)
              + (sentence.isIn(Section.PAYMENT) ? 1 : 0)
              - (share ? 8 : 0)
              - (rate ? 4 : 0)
              - (Text.hasAny(before, PARTS) ? 5 : 0)
              - (Text.hasAny(before, "支付") ? 1 : 0);
      prices.add(new Price(first.amount(), score, sentence));
    }
  }

  /// 合同总价: as a heading of its own, with the figure below it.
  private static boolean isTitled(Sentence sentence) {
    return Text.hasAny(sentence.clause().title(), WHOLE)
        && !sentence.clause().paragraphs().isEmpty()
        && sentence.clause().paragraphs().getFirst().text().startsWith(sentence.text());
  }

  /// 含6%增值税: a share that nobody pays.
  static boolean isTax(Sentence sentence, Token.Share share) {
    return sentence.after(share.end(), 4).contains("税")
        || sentence.before(share.start(), 4).contains("税");
  }

  private static @Nullable Money firstWhole(Sentence sentence) {
    int cue = Text.indexOfAny(sentence.text(), WHOLE);
    for (Money money : sentence.all(Money.class)) {
      if (money.start() >= cue && money.amount().signum() > 0) {
        return money;
      }
    }
    return sentence.first(Money.class);
  }

  private @Nullable Total total() {
    Price best = null;
    for (Price price : prices) {
      best = best == null || price.score() > best.score() ? price : best;
    }
    if (best == null || best.score() < 1) {
      if (open != null) {
        findings.blank("合同金额为空，请填写", open.lines());
      }
      return null;
    }
    for (Price price : prices) {
      compareWords(price.sentence());
      boolean rival =
          price.score() >= 6 && best.score() >= 6 && price.amount().compareTo(best.amount()) != 0;
      if (rival && !price.sentence().has(PARTS) && !price.sentence().has("支付", "%")) {
        findings.conflict(
            "合同金额前后不一致：" + plain(best.amount()) + "元与" + plain(price.amount()) + "元",
            best.sentence().lines().union(price.sentence().lines()));
      }
    }
    return new Total(scaled(best.amount()), currency(best.sentence()), best.sentence().lines());
  }

  private static String currency(Sentence sentence) {
    return sentence.has("美元", "USD") ? "USD" : "CNY";
  }

  /// Figures and words that stand side by side must agree.
  private void compareWords(Sentence sentence) {
    compareWords(sentence, findings);
  }

  static void compareWords(Sentence sentence, Findings findings) {
    List<Money> all = sentence.all(Money.class);
    for (int i = 1; i < all.size(); i++) {
      Money one = all.get(i - 1);
      Money other = all.get(i);
      boolean yearly = sentence.text().substring(one.end(), other.start()).contains("每");
      boolean beside =
          !yearly && other.start() - one.end() <= 12 && one.inWords() != other.inWords();
      if (beside && one.amount().compareTo(other.amount()) != 0) {
        Lines lines = sentence.lines();
        findings.conflict(
            "金额大小写不一致：" + plain(one.amount()) + "元与" + plain(other.amount()) + "元", lines);
      }
    }
  }

  static String plain(BigDecimal amount) {
    return scaled(amount).toPlainString();
  }

  static BigDecimal scaled(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
