package org.shouyue.contract.text;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Span;

/// Lengths of time: 30分钟, 2h, 三十个工作日, 15个自然日, 半年, 一年半, 1-2小时.
final class Spans {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /// Longer spellings stand before those that they begin with.
  private static final String[] SPELLINGS = {
    "工作小时", "工作日", "自然日", "日历日", "日历天", "工作天", "分钟", "minutes", "minute", "mins", "min", "小时", "钟头",
    "hours", "hour", "hrs", "h", "H", "星期", "礼拜", "周年", "周", "季度", "季", "月", "年", "日", "天", "days",
    "day"
  };

  private static final Map<Character, Unit> UNITS =
      Map.of(
          '分',
          Unit.MINUTE,
          'm',
          Unit.MINUTE,
          '小',
          Unit.HOUR,
          '钟',
          Unit.HOUR,
          'h',
          Unit.HOUR,
          'H',
          Unit.HOUR,
          '季',
          Unit.QUARTER,
          '月',
          Unit.MONTH,
          '年',
          Unit.YEAR);

  private Spans() {}

  static @Nullable Span read(Scan scan, Scan.Figure figure) {
    int at = scan.skip(figure.end(), " _");
    if ("-~至到".indexOf(scan.at(at)) >= 0 && at < scan.length()) {
      Scan.Figure upper = scan.figure(at + 1);
      if (upper != null && upper.value().compareTo(figure.value()) > 0) {
        Span span = read(scan, upper);
        return span == null
            ? null
            : new Span(span.amount(), span.unit(), span.working(), figure.start(), span.end());
      }
    }
    boolean counted = scan.at(at) == '个';
    return united(scan, figure, counted ? at + 1 : at, counted);
  }

  private static @Nullable Span united(Scan scan, Scan.Figure figure, int at, boolean counted) {
    BigDecimal amount = figure.value();
    int start = at;
    if (counted && scan.at(start) == '半') {
      amount = amount.add(HALF);
      start++;
    }
    String spelling = scan.first(start, SPELLINGS);
    if (spelling == null || isOther(scan, start, spelling, counted)) {
      return shortMinutes(scan, figure, at);
    }
    int end = start + spelling.length();
    if (scan.at(end) == '半' && !counted) {
      amount = amount.add(HALF);
      end++;
    }
    return new Span(amount, unit(spelling), spelling.startsWith("工作"), figure.start(), end);
  }

  /// 30分内.
  private static @Nullable Span shortMinutes(Scan scan, Scan.Figure figure, int at) {
    boolean minutes = scan.at(at) == '分' && scan.first(at + 1, "内", "以内", "之内") != null;
    return minutes ? new Span(figure.value(), Unit.MINUTE, false, figure.start(), at + 1) : null;
  }

  /// Words that only begin like a unit: 三月 is a month's name, 3日常, 一周边, 5hub.
  private static boolean isOther(Scan scan, int at, String spelling, boolean counted) {
    char next = scan.at(at + spelling.length());
    return switch (spelling) {
      case "月" -> !counted;
      case "日" -> next == '常' || next == '志' || next == '报';
      case "周" -> next == '边' || next == '期' || next == '到';
      case "季" -> counted;
      case "年" -> next == '度' && !counted && scan.at(at + 2) == '的';
      case "h", "H" -> Character.isLetterOrDigit(next) && !Normaliser.isWide(next);
      default -> false;
    };
  }

  static @Nullable Span half(Scan scan, int at) {
    int start = scan.at(at + 1) == '个' ? at + 2 : at + 1;
    String spelling = scan.first(start, "小时", "钟头", "年", "月", "天", "日");
    if (spelling == null || (spelling.equals("月") && start == at + 1)) {
      return null;
    }
    boolean day = spelling.equals("天") || spelling.equals("日");
    return new Span(
        day ? BigDecimal.valueOf(12) : HALF,
        day ? Unit.HOUR : unit(spelling),
        false,
        at,
        start + spelling.length());
  }

  private static Unit unit(String spelling) {
    if (spelling.startsWith("周") || spelling.equals("星期") || spelling.equals("礼拜")) {
      return spelling.equals("周年") ? Unit.YEAR : Unit.WEEK;
    }
    if (spelling.equals("工作小时")) {
      return Unit.HOUR;
    }
    return UNITS.getOrDefault(spelling.charAt(0), Unit.DAY);
  }
}
