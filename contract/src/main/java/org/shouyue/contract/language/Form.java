package org.shouyue.contract.language;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouyue.contract.Capability;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Due;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.Wording;

/// How one kind of value is written.
///
/// @param name what it is called
/// @param remedy how to write it
/// @param parse answers the value, or throws IllegalArgumentException or DateTimeException
record Form<T>(Wording name, Wording remedy, Function<String, T> parse) {

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(?:\\.\\d{1,12})?");

  /// Digits of the largest whole number that is read, so that it fits an int.
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  static final Form<LocalDate> DATE =
      form("日期", "date", "写成 2026-01-31", "write 2026-01-31", LocalDate::parse);

  static final Form<Period> PERIOD =
      form(
          "时间长度",
          "period",
          "写成 P10D（10 天）、P3M（3 个月）、P1Y（1 年）",
          "write P10D (ten days), P3M (three months), P1Y (a year)",
          text -> positive(Period.parse(text)));

  static final Form<Duration> DURATION =
      form(
          "时限",
          "time limit",
          "写成 PT30M（30 分钟）、PT4H（4 小时）、P1D（24 小时）",
          "write PT30M (30 minutes), PT4H (four hours), P1D (24 hours)",
          text -> positive(Duration.parse(text)));

  static final Form<BigDecimal> MONEY =
      form(
          "金额",
          "amount",
          "只写数字，如 \"365000.00\"，不写逗号和单位",
          "write digits alone, such as \"365000.00\", without commas or units",
          Form::decimal);

  static final Form<BigDecimal> FRACTION =
      form(
          "比例",
          "fraction",
          "写成小数：0.5‰ 是 \"0.0005\"，20% 是 \"0.2\"",
          "write a fraction: 0.5‰ is \"0.0005\", 20 % is \"0.2\"",
          Form::decimal);

  static final Form<BigDecimal> PERCENT =
      form(
          "百分数",
          "percentage",
          "写 0 到 100 之间的数字，如 \"35\"，不写 %",
          "write a number from 0 to 100, such as \"35\", without %",
          text -> atMost100(decimal(text)));

  static final Form<Integer> WHOLE_NUMBER =
      form("整数", "whole number", "写成 10 这样的整数", "write a whole number such as 10", Form::whole);

  static final Form<Frequency> FREQUENCY =
      form(
          "周期",
          "frequency",
          "写成 P2D（隔日）、P3M（每季）、R2/P1Y（每年至少 2 次）、continuous、on-event、on-request 或 once",
          "write P2D (every other day), P3M (quarterly), R2/P1Y (at least two a year), continuous,"
              + " on-event, on-request or once",
          Frequency::parse);

  static final Form<Due> DUE =
      form(
          "期限",
          "limit",
          "写成 P10D（10 天内）或 2026-12-31（最晚日期）",
          "write P10D (within ten days) or 2026-12-31 (at the latest)",
          Due::parse);

  static final Form<Trigger> TRIGGER =
      form(
          "付款起点",
          "trigger",
          "写成 signing、funds、invoice、acceptance、served/P6M、term-end、period/P3M 或 date",
          "write signing, funds, invoice, acceptance, served/P6M, term-end, period/P3M or date",
          Trigger::parse);

  static final Form<Capability> CAPABILITY =
      form(
          "服务种类",
          "capability",
          "写成下列之一：" + capabilities("、"),
          "write one of " + capabilities(", "),
          Capability::of);

  static final Form<CountedTime> COUNTED_TIME =
      form("计时方式", "counted time", "写成 24x7 或 working", "write 24x7 or working", CountedTime::of);

  static final Form<String> SECRECY_TERM =
      form(
          "保密期限",
          "secrecy term",
          "写成 P5Y（5 年）或 unlimited（长期）",
          "write P5Y (five years) or unlimited",
          text -> text.equals(Secrecy.UNLIMITED) ? text : positive(Period.parse(text)).toString());

  static final Form<String> CURRENCY =
      form("币种", "currency", "写成 CNY", "write an ISO 4217 code such as CNY", Form::currency);

  /// The written names of an enumeration: lower case, words joined by hyphens.
  static <E extends Enum<E>> Form<E> choice(Class<E> type, String chinese, String english) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Form::code).collect(Collectors.joining(", "));
    return form(
        chinese,
        english,
        "写成下列之一：" + names,
        "write one of " + names,
        text -> {
          for (E constant : type.getEnumConstants()) {
            if (code(constant).equals(text)) {
              return constant;
            }
          }
          throw new IllegalArgumentException(text);
        });
  }

  /// The written name of an enumeration's constant: `late-payment`.
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Form<T> form(
      String chinese,
      String english,
      String remedyChinese,
      String remedyEnglish,
      Function<String, T> parse) {
    return new Form<>(
        new Wording(chinese, english), new Wording(remedyChinese, remedyEnglish), parse);
  }

  private static String capabilities(String separator) {
    return Arrays.stream(Capability.values())
        .map(Capability::code)
        .collect(Collectors.joining(separator));
  }

  private static Period positive(Period period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("longer than nothing, not " + period);
    }
    return period;
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("longer than nothing, not " + duration);
    }
    return duration;
  }

  private static BigDecimal decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return new BigDecimal(text);
  }

  private static BigDecimal atMost100(BigDecimal percent) {
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("more than the whole: " + percent);
    }
    return percent;
  }

  private static int whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return Integer.parseInt(text);
  }

  private static String currency(String text) {
    if (text.length() != 3 || !text.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
