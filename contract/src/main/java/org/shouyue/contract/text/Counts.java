package org.shouyue.contract.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Count;

/// Numbers of times: 两次, 4 场, 一轮, 1份.
final class Counts {
  private Counts() {}

  static @Nullable Count read(Scan scan, Scan.Figure figure) {
    int at = scan.skip(figure.end(), " _");
    if (scan.at(at) == '人' && scan.at(at + 1) == '次') {
      return null;
    }
    String before = scan.text(Math.max(0, figure.start() - 4), figure.start());
    boolean limited =
        before.contains("超过")
            || before.contains("多于")
            || before.contains("少于")
            || before.contains("最多")
            || before.contains("至少");
    String unit = scan.first(at, "次", "场", "轮", "回", "遍", "份", limited ? "个" : "次");
    boolean other =
        scan.has(at, "次性")
            || scan.has(at, "次要")
            || scan.has(at, "次月")
            || scan.has(at, "次日")
            || scan.has(at, "场所")
            || scan.has(at, "回复");
    BigDecimal value = figure.value();
    if (unit == null
        || other
        || value.scale() > 0
        || value.signum() <= 0
        || value.precision() > 5) {
      return null;
    }
    return new Count(value.intValue(), figure.start(), at + unit.length());
  }
}
