package org.shouyue.contract.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Money;

/// Amounts of money: 140000.00元, ¥140,000.00, 14万元, 壹拾肆万元整, 陆万整, 壹佰元伍角.
final class Moneys {
  private Moneys() {}

  static @Nullable Money withSign(Scan scan, int at) {
    int start = scan.skip(at + 1, ": _");
    Scan.Figure figure = scan.figure(start);
    if (figure == null) {
      return null;
    }
    Money money = read(scan, figure);
    return money == null
        ? new Money(figure.value(), false, at, figure.end())
        : new Money(money.amount(), money.inWords(), at, money.end());
  }

  static @Nullable Money read(Scan scan, Scan.Figure figure) {
    int end = scan.skip(figure.end(), " _");
    BigDecimal amount = figure.value();
    String scale = figure.wide() ? null : scan.first(end, "亿", "千万", "百万", "万", "千元", "百元");
    if (scale != null) {
      amount = amount.multiply(scale(scale));
      end += scale.endsWith("元") ? scale.length() - 1 : scale.length();
    }
    String currency = scan.first(end, "元", "圆", "圓", "块钱");
    if (currency == null) {
      return bare(scan, figure, amount, end);
    }
    end += currency.length();
    if (scan.at(end) == '素' || scan.at(end) == '旦' || scan.at(end) == '月') {
      return null;
    }
    return withSmallChange(scan, figure, amount, end);
  }

  private static BigDecimal scale(String word) {
    return switch (word) {
      case "亿" -> BigDecimal.valueOf(100_000_000L);
      case "千万" -> BigDecimal.valueOf(10_000_000L);
      case "百万" -> BigDecimal.valueOf(1_000_000L);
      case "万" -> BigDecimal.valueOf(10_000L);
      case "千元" -> BigDecimal.valueOf(1000L);
      default -> BigDecimal.valueOf(100L);
    };
  }

  /// An amount without 元: behind 人民币, or closed by 整.
  private static @Nullable Money bare(Scan scan, Scan.Figure figure, BigDecimal amount, int end) {
    String before = scan.text(Math.max(0, figure.start() - 8), figure.start()).strip();
    boolean led =
        before.endsWith("人民币")
            || before.endsWith("RMB")
            || before.endsWith("小写:")
            || before.endsWith("人民币:")
            || before.endsWith("RMB:")
            || before.endsWith("CNY");
    boolean closed = figure.formal() && scan.at(end) == '整';
    boolean large = amount.compareTo(BigDecimal.valueOf(100)) >= 0;
    if (!closed && !(led && large && !figure.wide())) {
      return null;
    }
    return new Money(amount, figure.formal(), figure.start(), closed ? end + 1 : end);
  }

  private static Money withSmallChange(Scan scan, Scan.Figure figure, BigDecimal yuan, int start) {
    BigDecimal amount = yuan;
    int end = start;
    if (figure.wide()) {
      for (String unit : new String[] {"角", "分"}) {
        int digit = scan.skip(end, "零");
        BigDecimal change =
            ChineseNumerals.parse(scan.text(digit, Math.min(digit + 1, scan.length())));
        if (change != null && scan.has(digit + 1, unit)) {
          amount = amount.add(change.movePointLeft(unit.equals("角") ? 1 : 2));
          end = digit + 2;
        }
      }
    }
    String close = scan.first(end, "整", "正");
    return new Money(
        amount, figure.formal(), figure.start(), close == null ? end : end + close.length());
  }
}
