package org.shouyue.contract.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.reading.Label.Style;
import org.shouyue.contract.text.ChineseNumerals;
import org.shouyue.contract.text.Normaliser;

/// Reads the number at the start of one line.
final class LabelScan {
  private static final int HIGHEST = 99;
  private static final int LONGEST_BARE_HEADING = 30;

  /// What follows a figure that measures something and so numbers nothing.
  private static final String UNITS = "小时分钟天日年月季周个次%‰元万亿名人台套份级号楼层室栋条项家倍米/:x-~";

  private final String line;

  LabelScan(String line) {
    this.line = line;
  }

  @Nullable Label read() {
    if (line.isEmpty()) {
      return null;
    }
    char first = line.charAt(0);
    return switch (first) {
      case '第' -> article();
      case '附' -> part();
      case 'A', 'S', 'C' -> english();
      case '(' -> inParentheses();
      default -> {
        if (first >= '\u2460' && first <= '\u2473') {
          yield label(Style.CIRCLED, List.of(first - '\u2460' + 1), 1, 1);
        }
        if (isDigit(0)) {
          yield figures();
        }
        if (ChineseNumerals.isNumeral(first)) {
          yield han();
        }
        yield letter();
      }
    };
  }

  private @Nullable Label article() {
    int end = numeralEnd(1);
    Integer number = number(1, end);
    int unit = skipBlanks(end);
    if (number == null || unit >= line.length()) {
      return null;
    }
    char kind = line.charAt(unit);
    boolean chapter = "章编节".indexOf(kind) >= 0 || line.startsWith("部分", unit);
    if (!chapter && kind != '条') {
      return null;
    }
    int after = line.startsWith("部分", unit) ? unit + 2 : unit + 1;
    if (after < line.length() && "约规款的和及所第中项与之".indexOf(line.charAt(after)) >= 0) {
      return null;
    }
    if (line.startsWith("、第", after)) {
      return null;
    }
    Style style = kind == '节' ? Style.SECTION : chapter ? Style.CHAPTER : Style.ARTICLE;
    return label(style, List.of(number), after, after);
  }

  private @Nullable Label part() {
    if (!line.startsWith("附件") && !line.startsWith("附录") && !line.startsWith("附表")) {
      return null;
    }
    int start = skipBlanks(2);
    int end = numeralEnd(start);
    Integer number = number(start, end);
    boolean bare = end == start && (end >= line.length() || ": ".indexOf(line.charAt(2)) >= 0);
    boolean numbered =
        number != null && (end >= line.length() || ":.、 -《".indexOf(line.charAt(end)) >= 0);
    if (!bare && !numbered) {
      return null;
    }
    return label(Style.PART, List.of(number == null ? 1 : number), end, end);
  }

  private @Nullable Label inParentheses() {
    int start = skipBlanks(1);
    int end = numeralEnd(start);
    int close = skipBlanks(end);
    Integer number = number(start, end);
    if (number == null || close >= line.length() || line.charAt(close) != ')') {
      return null;
    }
    Style style = isDigit(start) ? Style.ARABIC_PAREN : Style.HAN_PAREN;
    return label(style, List.of(number), close + 1, close + 1);
  }

  private @Nullable Label han() {
    int end = numeralEnd(0);
    Integer number = number(0, end);
    if (number == null || end >= line.length()) {
      return null;
    }
    char stop = line.charAt(end);
    if ("、.,:".indexOf(stop) >= 0) {
      return label(Style.HAN, List.of(number), end, end + 1);
    }
    boolean heading =
        stop == ' '
            && line.length() <= LONGEST_BARE_HEADING
            && isWideAt(end + 1)
            && !isUnit(end + 1);
    return heading ? label(Style.HAN, List.of(number), end, end) : null;
  }

  private @Nullable Label figures() {
    List<Integer> path = new ArrayList<>();
    int end = 0;
    boolean spread = false;
    while (true) {
      int stop = digitsEnd(end);
      Integer number = number(end, stop);
      if (number == null) {
        return null;
      }
      path.add(number);
      end = stop;
      int next = nextPart(end);
      if (next < 0) {
        break;
      }
      spread |= next != end + 1;
      end = next;
    }
    if (spread && end < line.length()) {
      return read(List.of(path.getFirst()), digitsEnd(0));
    }
    return read(List.copyOf(path), end);
  }

  /// Where the next part of a number such as 1.2 or 2-15 starts, -1 when there is none.
  private int nextPart(int end) {
    if (end >= line.length() || (line.charAt(end) != '.' && line.charAt(end) != '-')) {
      return -1;
    }
    int next = skipBlanks(end + 1);
    boolean part = isDigit(next) && number(next, digitsEnd(next)) != null;
    return part ? next : -1;
  }

  private @Nullable Label read(List<Integer> path, int end) {
    boolean single = path.size() == 1;
    if (end >= line.length()) {
      return single ? null : label(Style.DECIMAL, path, end, end);
    }
    char stop = line.charAt(end);
    if (stop == ')') {
      return label(single ? Style.ARABIC_HALF : Style.DECIMAL, path, end, end + 1);
    }
    if ("、.,".indexOf(stop) >= 0) {
      boolean decimals = single && stop != '、' && isDigit(end + 1);
      return decimals ? null : label(single ? Style.ARABIC : Style.DECIMAL, path, end, end + 1);
    }
    int next = skipBlanks(end);
    boolean measures = isUnit(next) && !(next > end && !isMeasure(next));
    if (measures || (single && next == end)) {
      return null;
    }
    boolean worded =
        isWideAt(next)
            || "(\"".indexOf(line.charAt(next)) >= 0
            || Character.isLetter(line.charAt(next));
    return worded ? label(single ? Style.ARABIC : Style.DECIMAL, path, end, end) : null;
  }

  /// Article 1, Section 2, Clause 3.
  private @Nullable Label english() {
    for (String word : new String[] {"Article ", "ARTICLE ", "Section ", "Clause "}) {
      int end = line.startsWith(word) ? digitsEnd(word.length()) : 0;
      Integer number = end == 0 ? null : number(word.length(), end);
      if (number != null) {
        return label(Style.ARTICLE, List.of(number), end, end);
      }
    }
    return letter();
  }

  private @Nullable Label letter() {
    char first = line.charAt(0);
    boolean latin = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    if (!latin || line.length() < 3 || "、.)".indexOf(line.charAt(1)) < 0) {
      return null;
    }
    boolean worded = line.charAt(2) == ' ' || isWideAt(2);
    int number = Character.toUpperCase(first) - 'A' + 1;
    return worded ? label(Style.LETTER, List.of(number), 1, 2) : null;
  }

  private Label label(Style style, List<Integer> path, int printedEnd, int restStart) {
    int start = restStart;
    while (start < line.length() && " :、.,-".indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    return new Label(
        style, path, line.substring(0, printedEnd).strip(), line.substring(start).strip());
  }

  private int numeralEnd(int start) {
    return isDigit(start) ? digitsEnd(start) : ChineseNumerals.runEnd(line, start);
  }

  private int digitsEnd(int start) {
    int end = start;
    while (isDigit(end)) {
      end++;
    }
    return end;
  }

  private @Nullable Integer number(int start, int end) {
    if (end <= start || end > line.length() || end - start > 4) {
      return null;
    }
    String written = line.substring(start, end);
    BigDecimal value = isDigit(start) ? new BigDecimal(written) : ChineseNumerals.parse(written);
    if (value == null) {
      return null;
    }
    boolean fits = value.signum() > 0 && value.compareTo(BigDecimal.valueOf(HIGHEST)) <= 0;
    return fits ? Integer.valueOf(value.intValue()) : null;
  }

  private int skipBlanks(int start) {
    int end = start;
    while (end < line.length() && line.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private boolean isDigit(int at) {
    return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
  }

  private boolean isWideAt(int at) {
    return at < line.length() && Normaliser.isWide(line.charAt(at));
  }

  private boolean isUnit(int at) {
    return at < line.length() && UNITS.indexOf(line.charAt(at)) >= 0;
  }

  /// Whether a unit of time or money stands here, as opposed to a word that begins with the same
  /// character (日常, 分析, 月度).
  private boolean isMeasure(int at) {
    String word = line.substring(at, Math.min(at + 2, line.length()));
    return !List.of(
            "日常", "日志", "分析", "月度", "季度", "年度", "周期", "项目", "人员", "天津", "人工", "小型", "分级", "分类",
            "条款", "次数", "台账", "层次", "级别", "家庭", "时间", "时效", "钟山", "套餐", "名称", "号码")
        .contains(word);
  }
}
