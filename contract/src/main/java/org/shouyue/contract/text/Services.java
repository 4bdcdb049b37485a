package org.shouyue.contract.text;

import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Service;

/// Times of service: 7x24, 24x7, 365x24, 5x8, 每天24小时.
final class Services {
  private Services() {}

  static @Nullable Service read(Scan scan, Scan.Figure figure) {
    int times = scan.skip(figure.end(), " ");
    if (scan.at(times) == '天' && scan.at(times + 1) == 'x') {
      times++;
    }
    if (scan.at(times) != 'x') {
      return roundTheDay(scan, figure);
    }
    Scan.Figure right = scan.figure(scan.skip(times + 1, " "));
    if (right == null || right.wide()) {
      return null;
    }
    int left = figure.value().intValue();
    int hours = right.value().intValue();
    boolean always =
        (left == 7 && hours == 24) || (left == 24 && hours == 7) || hours == 365 || left == 365;
    boolean office =
        (left == 5 && hours == 8) || (left == 8 && hours == 5) || (left == 5 && hours == 9);
    if (!always && !office) {
      return null;
    }
    int end = right.end();
    Scan.Figure third = scan.figure(end + 1);
    if (scan.has(end, "x") && third != null) {
      end = third.end();
    }
    String unit = scan.first(end, "个小时", "小时", "h", "H");
    return new Service(always, figure.start(), unit == null ? end : end + unit.length());
  }

  /// 每天24小时, 24小时值守: no limit of 24 hours but the whole day.
  private static @Nullable Service roundTheDay(Scan scan, Scan.Figure figure) {
    int unit = scan.skip(figure.end(), " ");
    if (figure.value().intValue() != 24 || scan.first(unit, "小时", "h") == null) {
      return null;
    }
    int end = unit + (scan.at(unit) == '小' ? 2 : 1);
    String before = scan.text(Math.max(0, figure.start() - 3), figure.start());
    boolean daily =
        before.endsWith("每天")
            || before.endsWith("每日")
            || before.endsWith("全天")
            || before.endsWith("全年");
    boolean attended =
        scan.first(
                end, "不间断", "全天", "值守", "值班", "在线", "服务", "热线", "电话", "连续", "待命", "监控", "监测", "实时",
                "技术支持", "运行", "安全监", "应急")
            != null;
    return daily || attended ? new Service(true, figure.start(), end) : null;
  }
}
