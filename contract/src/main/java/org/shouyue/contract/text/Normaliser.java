package org.shouyue.contract.text;

/// Folds the many ways in which the same characters are typed or scanned into one.
public final class Normaliser {
  private static final int LONGEST_TAG = 24;

  private Normaliser() {}

  /// One line without markup, in half-width characters, blanks kept as single spaces, table cells
  /// parted by tabs. Chinese stops and commas in lists (。、) stay as they are.
  public static String line(String raw) {
    return collapse(cells(signs(unmark(widths(raw)))));
  }

  /// The same without the blanks that typesetting leaves between Chinese characters and figures.
  public static String squeeze(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char here = line.charAt(i);
      if (here == ' '
          && !(keepsBlank(last(out)) && i + 1 < line.length() && keepsBlank(line.charAt(i + 1)))) {
        continue;
      }
      out.append(here);
    }
    return out.toString();
  }

  /// A normalised text as people expect to read it: Chinese punctuation between Chinese words.
  public static String display(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      boolean chinese =
          (i > 0 && isWide(text.charAt(i - 1)))
              || (i + 1 < text.length() && isWide(text.charAt(i + 1)));
      int at = chinese ? ",:;()?!".indexOf(here) : -1;
      out.append(at < 0 ? here : "，：；（）？！".charAt(at));
    }
    return out.toString().replace('\t', ' ').strip();
  }

  /// Whether the character is Chinese writing.
  public static boolean isWide(char character) {
    return (character >= '\u4e00' && character <= '\u9fff')
        || (character >= '\u3400' && character <= '\u4dbf')
        || "、。《》〇“”".indexOf(character) >= 0;
  }

  private static char last(StringBuilder out) {
    return out.isEmpty() ? '\0' : out.charAt(out.length() - 1);
  }

  private static boolean keepsBlank(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || (character > '\u00ff' && Character.isLetter(character) && !isWide(character));
  }

  private static String widths(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char here = raw.charAt(i);
      if (here >= '\uff01' && here <= '\uff5e') {
        out.append((char) (here - 0xfee0));
      } else {
        out.append(folded(here));
      }
    }
    return out.toString();
  }

  private static char folded(char character) {
    return switch (character) {
      case '\u3000', '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f' -> ' ';
      case '\u200b', '\ufeff', '\u200c', '\u200d' -> ' ';
      case '￥' -> '¥';
      case '\u2014', '\u2013', '\u2015', '\u2010', '\u2011', '\ufe63', '\u2212' -> '-';
      case '×', '✕', '╳', '∗' -> 'x';
      case '【', '〔', '［' -> '[';
      case '】', '〕', '］' -> ']';
      case '﹪' -> '%';
      case '∶', '︰', '﹕' -> ':';
      case '｡' -> '。';
      case '·', '•', '●', '◆', '■', '▪', '➢', '\uf06c', '\uf0b7', '\uf0d8', '★', '▲' -> '·';
      case '\u0085', '\u2028', '\u2029', '\u000b', '\f', '\r', '\n' -> ' ';
      default -> character;
    };
  }

  /// Takes away what word processors and scanners add: heading marks, bullets, emphasis, tags.
  private static String unmark(String line) {
    StringBuilder out = new StringBuilder(line.length());
    int i = 0;
    while (i < line.length()) {
      char here = line.charAt(i);
      int tag = here == '<' ? tagEnd(line, i) : -1;
      if (tag > 0) {
        i = tag;
      } else if (here == '*' && i + 1 < line.length() && line.charAt(i + 1) == '*') {
        i += 2;
      } else {
        out.append(here);
        i++;
      }
    }
    return withoutBullet(out.toString());
  }

  private static int tagEnd(String line, int start) {
    int end = Math.min(line.length(), start + LONGEST_TAG);
    for (int i = start + 1; i < end; i++) {
      char here = line.charAt(i);
      if (here == '>') {
        return i > start + 1 ? i + 1 : -1;
      }
      if (here != '/' && !(here >= 'a' && here <= 'z') && !(here >= 'A' && here <= 'Z')) {
        return -1;
      }
    }
    return -1;
  }

  private static String withoutBullet(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    int start = i;
    while (i < line.length() && line.charAt(i) == '#') {
      i++;
    }
    if (i == start
        && i + 1 < line.length()
        && "-*·".indexOf(line.charAt(i)) >= 0
        && (line.charAt(i) == '·' || line.charAt(i + 1) == ' ')) {
      i++;
    }
    return line.substring(i);
  }

  /// Brings signs that have several spellings into one: 7x24, 5x8, ‰, a number in brackets.
  private static String signs(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char here = line.charAt(i);
      if (here == '[' || here == ']') {
        if (!isFigureBracket(line, i)) {
          out.append(here);
        }
      } else if (isTimes(line, i)) {
        out.append('x');
      } else if (here == '%'
          && i + 1 < line.length()
          && "oO0〇".indexOf(line.charAt(i + 1)) >= 0
          && i > 0) {
        out.append('‰');
        i++;
      } else {
        out.append(here);
      }
    }
    return out.toString();
  }

  /// Brackets that only frame a figure filled into a form: 【10】.
  private static boolean isFigureBracket(String line, int at) {
    int step = line.charAt(at) == '[' ? 1 : -1;
    char partner = step == 1 ? ']' : '[';
    int i = at + step;
    int seen = 0;
    while (i >= 0 && i < line.length() && seen < 14) {
      char here = line.charAt(i);
      if (here == partner) {
        return seen > 0 && !isYearOfNumber(line, Math.min(i, at), Math.max(i, at));
      }
      if (!(here >= '0' && here <= '9')
          && "., %_".indexOf(here) < 0
          && !ChineseNumerals.isNumeral(here)) {
        return false;
      }
      seen++;
      i += step;
    }
    return false;
  }

  /// A year in brackets inside a document number, 〔2022〕 49 号, keeps them.
  private static boolean isYearOfNumber(String line, int open, int close) {
    return close - open == 5 && line.startsWith("20", open + 1);
  }

  private static boolean isTimes(String line, int at) {
    if ("xX*".indexOf(line.charAt(at)) < 0) {
      return false;
    }
    return digitBeside(line, at, -1) && digitBeside(line, at, 1);
  }

  private static boolean digitBeside(String line, int at, int step) {
    int i = at + step;
    while (i >= 0 && i < line.length() && line.charAt(i) == ' ') {
      i += step;
    }
    return i >= 0 && i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9';
  }

  /// A line without a bar in front is a row from so many bars on.
  private static final int FEWEST_BARS = 2;

  /// Rows drawn with bars become rows parted by tabs.
  private static String cells(String line) {
    String trimmed = line.strip();
    long bars = trimmed.chars().filter(character -> character == '|').count();
    if (trimmed.length() >= 3 && trimmed.charAt(0) != '|' && bars >= FEWEST_BARS) {
      return trimmed.replace('|', '\t');
    }
    if (trimmed.length() < 3 || trimmed.charAt(0) != '|') {
      return line;
    }
    int end = trimmed.endsWith("|") ? trimmed.length() - 1 : trimmed.length();
    return trimmed.substring(1, end).replace('|', '\t');
  }

  private static String collapse(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char here = line.charAt(i);
      if (here == ' ' && (out.isEmpty() || last(out) == ' ' || last(out) == '\t')) {
        continue;
      }
      if (here == '\t' && last(out) == ' ') {
        out.setLength(out.length() - 1);
      }
      if (!Character.isISOControl(here) || here == '\t') {
        out.append(here);
      }
    }
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    return out.substring(0, end);
  }
}
