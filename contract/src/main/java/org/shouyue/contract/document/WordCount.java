package org.shouyue.contract.document;

import java.util.Locale;

/// Prints list numbers in the formats of WordprocessingML (ECMA-376 part 1, 17.18.59).
final class WordCount {

  private static final int MOST = 99_999;
  private static final String PLAIN = "零一二三四五六七八九";
  private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLAIN_UNITS = {"", "十", "百", "千", "万"};
  private static final String[] FORMAL_UNITS = {"", "拾", "佰", "仟", "万"};
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  private WordCount() {}

  /// The number in a format; in Western digits where the format is not known.
  static String print(int number, String format) {
    if (number < 1 || number > MOST) {
      return Integer.toString(number);
    }
    return switch (format) {
      case "none", "bullet" -> "";
      case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
      case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
          number <= 20 ? Character.toString('①' + number - 1) : Integer.toString(number);
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "ideographDigital" ->
          chinese(number, PLAIN, PLAIN_UNITS).replaceFirst("^一十", "十");
      case "chineseLegalSimplified", "ideographLegalTraditional" ->
          chinese(number, FORMAL, FORMAL_UNITS);
      case "ideographTraditional", "ideographZodiacTraditional" ->
          number <= STEMS.length() ? STEMS.substring(number - 1, number) : Integer.toString(number);
      case "upperLetter" -> letters(number);
      case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
      case "upperRoman" -> roman(number);
      case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
      default -> Integer.toString(number);
    };
  }

  private static String chinese(int number, String digits, String[] units) {
    String decimal = Integer.toString(number);
    StringBuilder text = new StringBuilder();
    boolean zero = false;
    for (int at = 0; at < decimal.length(); at++) {
      int digit = decimal.charAt(at) - '0';
      if (digit == 0) {
        zero = true;
        continue;
      }
      if (zero) {
        text.append(digits.charAt(0));
        zero = false;
      }
      text.append(digits.charAt(digit)).append(units[decimal.length() - 1 - at]);
    }
    return text.toString();
  }

  private static String fullWidth(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append((char) (digit - '0' + '０'));
    }
    return text.toString();
  }

  /// A, B, … Z, AA, BB, …
  private static String letters(int number) {
    String letter = Character.toString('A' + (number - 1) % 26);
    return letter.repeat(Math.min(9, (number - 1) / 26 + 1));
  }

  private static String roman(int number) {
    StringBuilder text = new StringBuilder();
    int rest = number;
    for (int at = 0; at < ROMAN.length; at++) {
      while (rest >= ROMAN_VALUES[at]) {
        text.append(ROMAN[at]);
        rest -= ROMAN_VALUES[at];
      }
    }
    return text.toString();
  }
}
