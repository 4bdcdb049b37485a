package org.shouyue.contract.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Share;

/// Shares: 5%, 0.5‰, 百分之五, 千分之三, 万分之零点五, 0.1个百分点.
final class Shares {
  private Shares() {}

  static @Nullable Share spoken(Scan scan, int at) {
    String lead = scan.first(at, "百分之", "千分之", "万分之", "百分比");
    if (lead == null || lead.equals("百分比")) {
      return null;
    }
    int start = scan.skip(at + lead.length(), " _");
    Scan.Figure figure = scan.figure(start);
    if (figure == null) {
      return null;
    }
    BigDecimal value = figure.value();
    int end = figure.end();
    if (scan.at(end) == '点') {
      Scan.Figure decimals = scan.figure(end + 1);
      if (decimals != null && decimals.wide()) {
        int places = decimals.end() - decimals.start();
        value = value.add(decimals.value().movePointLeft(places));
        end = decimals.end();
      }
    }
    int point = lead.startsWith("百") ? 2 : lead.startsWith("千") ? 3 : 4;
    return new Share(value.movePointLeft(point), at, end);
  }

  static @Nullable Share written(Scan scan, Scan.Figure figure) {
    int end = scan.skip(figure.end(), " _");
    String sign = scan.first(end, "%", "‰", "‱", "个百分点", "百分点");
    if (sign == null) {
      return null;
    }
    int point = sign.equals("‰") ? 3 : sign.equals("‱") ? 4 : 2;
    return new Share(figure.value().movePointLeft(point), figure.start(), end + sign.length());
  }
}
