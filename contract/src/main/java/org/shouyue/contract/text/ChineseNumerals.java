package org.shouyue.contract.text;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Chinese numerals, plain (四十九) and bookkeeping (肆拾玖), as numbers.
public final class ChineseNumerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
  private static final String VARIANTS = "○弌弍叄肄伍陸柒捌玖";
  private static final String TRADITIONAL = "0壹貳參肆伍陸柒捌玖";

  /// By character, looked up for every character of every contract; -1 for what is no digit.
  private static final byte[] DIGIT_OF = digits();

  /// Longer runs are no numbers that a contract writes.
  private static final int LONGEST = 40;

  private ChineseNumerals() {}

  /// Whether the character can stand in a numeral.
  public static boolean isNumeral(char character) {
    return digit(character) >= 0 || unit(character) > 0;
  }

  /// Whether the character is used only in amounts written against forgery (壹, 拾, 佰).
  public static boolean isFormal(char character) {
    return "壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸叄".indexOf(character) >= 0;
  }

  /// The end of the run of numerals that starts at `start`.
  public static int runEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST && isNumeral(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// The number that a numeral stands for: 一百零五, 二十, 两, 二〇二五, 壹佰肆拾玖万伍仟; null when it is none.
  public static @Nullable BigDecimal parse(CharSequence numeral) {
    if (numeral.isEmpty() || numeral.length() > LONGEST) {
      return null;
    }
    boolean hasUnit = false;
    for (int i = 0; i < numeral.length(); i++) {
      if (!isNumeral(numeral.charAt(i))) {
        return null;
      }
      hasUnit |= unit(numeral.charAt(i)) > 0;
    }
    return hasUnit ? byUnits(numeral) : byPlaces(numeral);
  }

  private static BigDecimal byPlaces(CharSequence numeral) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < numeral.length(); i++) {
      digits.append(digit(numeral.charAt(i)));
    }
    return new BigDecimal(digits.toString());
  }

  private static BigDecimal byUnits(CharSequence numeral) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    long digit = -1;
    for (int i = 0; i < numeral.length(); i++) {
      long unit = unit(numeral.charAt(i));
      if (unit == 0) {
        digit = digit(numeral.charAt(i));
      } else if (unit < 10_000) {
        section = section.add(BigDecimal.valueOf((digit < 0 ? 1 : digit) * unit));
        digit = -1;
      } else {
        BigDecimal below = section.add(BigDecimal.valueOf(Math.max(digit, 0)));
        BigDecimal times = BigDecimal.valueOf(unit);
        total =
            unit == 100_000_000L
                ? total.add(below).multiply(times)
                : total.add(below.multiply(times));
        section = BigDecimal.ZERO;
        digit = -1;
      }
    }
    return total.add(section).add(BigDecimal.valueOf(Math.max(digit, 0)));
  }

  private static int digit(char character) {
    return DIGIT_OF[character];
  }

  private static byte[] digits() {
    byte[] digits = new byte[Character.MAX_VALUE + 1];
    Arrays.fill(digits, (byte) -1);
    for (String row : new String[] {DIGITS, FORMAL, VARIANTS, TRADITIONAL}) {
      for (int i = 0; i < row.length(); i++) {
        digits[row.charAt(i)] = (byte) i;
      }
    }
    digits['两'] = 2;
    digits['俩'] = 2;
    digits['0'] = -1;
    return digits;
  }

  private static long unit(char character) {
    return switch (character) {
      case '十', '拾' -> 10;
      case '百', '佰' -> 100;
      case '千', '仟' -> 1000;
      case '万', '萬' -> 10_000;
      case '亿', '億' -> 100_000_000L;
      default -> 0;
    };
  }
}
