package org.shouyue.contract.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a contract's heading and number from its first lines.
final class FrontMatter {
  private static final int REACH = 60;
  private static final int LONGEST_TITLE = 60;

  private static final String[] ENDS = {
    "合同", "合同书", "协议", "协议书", "合同)", "Agreement", "Contract", "AGREEMENT", "CONTRACT"
  };
  private static final Set<String> FORMS =
      Set.of("合同", "合同书", "协议", "协议书", "采购合同", "政府采购合同", "服务采购合同", "政府采购服务合同");
  private static final String[] NUMBERS = {
    "合同编号",
    "合同号",
    "协议编号",
    "采购合同编号",
    "合同备案号",
    "contract no",
    "contract number",
    "项目编号",
    "采购项目编号",
    "采购编号",
    "招标编号",
    "编号"
  };

  private FrontMatter() {}

  /// The contract's own heading, null when it has none.
  static @Nullable String title(List<Line> lines) {
    Line previous = null;
    int seen = 0;
    for (Line line : lines) {
      if (line.isBlank() || line.isRule()) {
        continue;
      }
      if (++seen > REACH || isClauseStart(line)) {
        return null;
      }
      if (isTitle(line)) {
        boolean general = line.text().length() <= 5 && previous != null && isProject(previous);
        String title = general && previous != null ? previous.text() + line.text() : line.text();
        return org.shouyue.contract.text.Normaliser.display(named(lines, title));
      }
      previous = line;
    }
    return null;
  }

  /// A form's heading (采购合同) is no name; the contract's or the project's own name stands below it.
  private static String named(List<Line> lines, String title) {
    String contract = field(lines, "合同名称");
    if (contract != null) {
      return contract;
    }
    boolean form = FORMS.contains(title) || title.endsWith("政府采购合同");
    String project = form ? field(lines, "项目名称") : null;
    if (project == null) {
      return title;
    }
    int kind = Math.max(0, title.lastIndexOf("采购合同"));
    boolean complete = project.endsWith("合同") || project.endsWith("协议");
    return complete ? project : project + title.substring(kind);
  }

  private static @Nullable String field(List<Line> lines, String key) {
    int seen = 0;
    for (Line line : lines) {
      if (!line.isBlank() && ++seen > REACH) {
        return null;
      }
      String text = line.text();
      boolean here = text.startsWith(key + ":") && text.length() > key.length() + 4;
      if (here && text.length() <= LONGEST_TITLE && Text.indexOfAny(text, "_", "。", "\t") < 0) {
        return text.substring(key.length() + 1);
      }
    }
    return null;
  }

  private static boolean isClauseStart(Line line) {
    Label label = Label.parse(line.spaced());
    return label != null
        && (label.style() == Label.Style.ARTICLE
            || label.style() == Label.Style.HAN
            || label.style() == Label.Style.CHAPTER);
  }

  private static boolean isTitle(Line line) {
    String text = line.text();
    boolean plain =
        text.length() >= 2
            && text.length() <= LONGEST_TITLE
            && !line.isRow()
            && Text.indexOfAny(text, ":", "《", "。", ";", ",") < 0;
    boolean ends = false;
    String bare = withoutRemark(text);
    for (String end : ENDS) {
      ends |= bare.endsWith(end);
    }
    return plain && ends && !Text.hasAny(text, "签订本", "本合同", "订立", "附件");
  }

  private static String withoutRemark(String text) {
    int open = text.lastIndexOf('(');
    return text.endsWith(")") && open > 0 ? text.substring(0, open) : text;
  }

  /// A heading that is only 合同书 goes with the project's name above it.
  private static boolean isProject(Line line) {
    String text = line.text();
    return text.length() >= 4
        && text.length() <= LONGEST_TITLE
        && text.indexOf(':') < 0
        && !line.isRow()
        && !PartyGrammar.looksLikeOrganisation(text)
        && text.indexOf('。') < 0;
  }

  /// The contract's number, else the number of its procurement; null when absent or left blank.
  static @Nullable String number(List<Line> lines) {
    String best = null;
    int rank = NUMBERS.length;
    int seen = 0;
    for (Line line : lines) {
      if (line.isBlank()) {
        continue;
      }
      if (++seen > REACH) {
        break;
      }
      String spaced = line.spaced().replace('\t', ' ');
      String lower = spaced.toLowerCase(java.util.Locale.ROOT);
      for (int i = 0; i < rank; i++) {
        String value = value(spaced, lower, NUMBERS[i]);
        if (value == null && line.text().startsWith(NUMBERS[i])) {
          value = value(line.text(), line.text(), NUMBERS[i]);
        }
        if (value != null) {
          best = value;
          rank = i;
        }
      }
    }
    return best;
  }

  /// The number with the brackets that the document has: 〔2025〕 stays 〔2025〕.
  static @Nullable String printed(@Nullable String number, List<String> raw) {
    if (number == null || number.indexOf('[') < 0) {
      return number;
    }
    String framed = number.replace('[', '〔').replace(']', '〕');
    boolean found =
        raw.subList(0, Math.min(raw.size(), 2 * REACH)).stream()
            .anyMatch(line -> line.contains(framed.substring(framed.indexOf('〔'))));
    return found ? framed : number;
  }

  /// 2026(03): the parenthesis belongs to the number.
  private static boolean isClosing(String text, int at) {
    return text.charAt(at) == ')' && text.lastIndexOf('(', at) >= 0;
  }

  private static @Nullable String value(String line, String lower, String key) {
    int at = lower.indexOf(key);
    if (at < 0 || at > 24) {
      return null;
    }
    int start = at + key.length();
    while (start < line.length() && (". )".indexOf(line.charAt(start)) >= 0)) {
      start++;
    }
    if (start >= line.length() || line.charAt(start) != ':') {
      return null;
    }
    String rest = line.substring(start + 1).strip();
    int end = 0;
    while (end < rest.length() && (" ,;。)".indexOf(rest.charAt(end)) < 0 || isClosing(rest, end))) {
      end++;
    }
    String value = rest.substring(0, end);
    boolean digits = value.chars().anyMatch(character -> character >= '0' && character <= '9');
    return digits && value.length() >= 3 && value.length() <= 50 ? value : null;
  }
}
