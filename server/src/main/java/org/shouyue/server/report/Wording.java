package org.shouyue.server.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;

/// How values are written in Chinese on paper.
final class Wording {
  /// What stands where there is nothing to say.
  static final String NONE = "—";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
  private static final Pattern PERIOD =
      Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{2})|-Q(?<quarter>[1-4]))?");
  private static final String DIGITS = "〇一二三四五六七八九";

  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("open", "未整改"),
          Map.entry("new", "新发现"),
          Map.entry("fixed", "已整改"),
          Map.entry("closed", "已关闭"),
          Map.entry("dismissed", "已排除"),
          Map.entry("unverifiable", "无法复测"),
          Map.entry("resolved", "已解决"),
          Map.entry("responded", "已响应"),
          Map.entry("paused", "已暂停"),
          Map.entry("fault", "故障"),
          Map.entry("request", "请求"),
          Map.entry("change", "变更"),
          Map.entry("rectification", "整改"),
          Map.entry("critical", "严重"),
          Map.entry("high", "高"),
          Map.entry("medium", "中"),
          Map.entry("low", "低"),
          Map.entry("info", "提示"),
          Map.entry("valid", "有效"),
          Map.entry("active", "有效"),
          Map.entry("revoked", "已撤销"),
          Map.entry("expired", "已过期"),
          Map.entry("waiting", "未生效"),
          Map.entry("fixing", "整改中"),
          Map.entry("incident", "安全事件"),
          Map.entry("conflict", "前后矛盾"),
          Map.entry("blank", "留有空白"),
          Map.entry("unclear", "表述不明"));

  private Wording() {}

  static String orNone(@Nullable String text) {
    return text == null || text.isBlank() ? NONE : text;
  }

  /// The last line of a report.
  static String colophon(Dossier dossier) {
    return "本报告编号"
        + dossier.number()
        + "，出具时间"
        + minute(dossier.issuedAt(), dossier.zone())
        + "。各数均可由附件及同名JSON文件逐项复核。";
  }

  /// The last line of a paper.
  static String colophon(DrawnPaper drawn) {
    return "本件编号"
        + drawn.number()
        + "，出具时间"
        + minute(drawn.issuedAt(), drawn.zone())
        + "。同名JSON文件载有相同内容。";
  }

  /// A period as people write it: `2026-03` is `2026年3月`, `2026-Q1` is `2026年第一季度`. Anything else
  /// stays as it is.
  static String period(String period) {
    Matcher read = PERIOD.matcher(period);
    if (!read.matches()) {
      return period;
    }
    String year = read.group("year") + "年";
    String quarter = read.group("quarter");
    String month = read.group("month");
    if (quarter != null) {
      return year + "第" + numeral(Integer.parseInt(quarter)) + "季度";
    }
    return month == null ? year : year + Integer.parseInt(month) + "月";
  }

  static String day(@Nullable LocalDate day) {
    return day == null ? NONE : day.toString();
  }

  /// `2026年3月5日`, as official documents write a day.
  static String formalDay(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  static String minute(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? NONE : MINUTE.format(instant.atZone(zone));
  }

  /// The start of a window: a day where it begins with a day.
  static String start(Instant from, ZoneId zone) {
    var local = from.atZone(zone).toLocalDateTime();
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().toString()
        : MINUTE.format(local);
  }

  /// The end of a window: its last day, itself inside, where it ends with a day.
  static String end(Instant to, ZoneId zone) {
    var local = to.atZone(zone).toLocalDateTime();
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().minusDays(1).toString()
        : MINUTE.format(local);
  }

  static String month(Instant instant, ZoneId zone) {
    return MONTH.format(instant.atZone(zone));
  }

  static String money(@Nullable BigDecimal amount) {
    if (amount == null) {
      return NONE;
    }
    var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(amount);
  }

  /// A fraction as per cent: `0.9987` is `99.87%`.
  static String percent(@Nullable BigDecimal share) {
    return share == null
        ? NONE
        : share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  static String lines(@Nullable Lines lines) {
    if (lines == null) {
      return NONE;
    }
    return lines.from() == lines.to()
        ? "第" + lines.from() + "行"
        : "第" + lines.from() + "–" + lines.to() + "行";
  }

  static String duration(Duration time) {
    var text = new StringBuilder();
    long days = time.toDays();
    if (days > 0 && time.toHours() % 24 == 0 && days > 2) {
      return days + "天";
    }
    part(text, time.toHours(), "小时");
    part(text, time.toMinutesPart(), "分钟");
    part(text, time.toSecondsPart(), "秒");
    return text.isEmpty() ? "0分钟" : text.toString();
  }

  /// The name of a service level: subject, grade, what is measured and the limit.
  static String level(ClockRow clock) {
    return clock.subject()
        + (clock.severity() == null ? "" : " · " + state(clock.severity()))
        + " · "
        + duration(clock.limit())
        + clock.kind().chinese();
  }

  /// The Chinese word for a written code, or the code itself where none is known.
  static String state(@Nullable String code) {
    return code == null ? NONE : STATES.getOrDefault(code.toLowerCase(Locale.ROOT), code);
  }

  static String cycle(@Nullable String frequency, @Nullable Integer atMost) {
    String text = frequency == null ? "未约定" : cycle(Frequency.parse(frequency));
    return atMost == null || text.contains("至少") ? text : text + "，至多" + atMost + "次";
  }

  private static String cycle(Frequency frequency) {
    return switch (frequency) {
      case Frequency.Every every -> every(every.period());
      case Frequency.Times times -> every(times.period()) + times.count() + "次";
      case Frequency.Plain plain ->
          switch (plain) {
            case CONTINUOUS -> "持续";
            case ON_EVENT -> "事件触发";
            case ON_REQUEST -> "按需";
            case ONCE -> "一次";
          };
    };
  }

  /// A written period: `P6M` is `6个月`.
  static String length(String period) {
    Period read = Period.parse(period);
    var text = new StringBuilder();
    part(text, read.getYears(), "年");
    part(text, read.getMonths(), "个月");
    part(text, read.getDays(), "日");
    return text.isEmpty() ? "0日" : text.toString();
  }

  private static String every(Period period) {
    return switch (period.normalized().toString()) {
      case "P1D" -> "每日";
      case "P2D" -> "隔日";
      case "P7D" -> "每周";
      case "P1M" -> "每月";
      case "P3M" -> "每季度";
      case "P6M" -> "每半年";
      case "P1Y" -> "每年";
      default -> "每" + length(period.toString());
    };
  }

  /// A number below one hundred in Chinese: `十二`.
  static String numeral(int number) {
    if (number < 1 || number > 99) {
      throw new IllegalArgumentException("chapters are numbered from 1 to 99, not " + number);
    }
    int tens = number / 10;
    String head = tens == 0 ? "" : (tens == 1 ? "" : String.valueOf(DIGITS.charAt(tens))) + "十";
    return head + (number % 10 == 0 ? "" : String.valueOf(DIGITS.charAt(number % 10)));
  }

  private static void part(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
