package org.shouyue.contract.reading;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Normaliser;

/// The grades that contracts give to faults and events.
final class Severities {
  private static final String[] GRADES = {
    "特别重大", "特大", "特急", "特别严重", "重大", "较大", "一般", "严重", "紧急", "轻微", "一级", "二级", "三级", "四级", "五级",
    "Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级", "I级", "II级", "III级", "IV级", "1级", "2级", "3级", "4级", "P0", "P1", "P2",
    "P3", "P4", "S1", "S2", "S3", "A级", "B级", "C级", "A类", "B类", "C类", "普通", "核心", "主要", "次要"
  };
  private static final String[] NOUNS = {
    "故障",
    "事件",
    "问题",
    "漏洞",
    "级",
    "事故",
    "缺陷",
    "告警",
    "响应",
    ":",
    "fault",
    "incident",
    "服务水平",
    "服务级别",
    "服务等级",
    " ser",
    " SLA"
  };

  private Severities() {}

  /// The first grade of faults or events in a text, null when there is none.
  static @Nullable String of(String text) {
    int first = Integer.MAX_VALUE;
    String found = null;
    for (String grade : GRADES) {
      int at = find(text, grade, 0);
      if (at >= 0
          && (at < first || (at == first && found != null && grade.length() > found.length()))) {
        first = at;
        found = grade;
      }
    }
    return found;
  }

  /// Every grade in a text, in the order of the text, each once.
  static List<String> all(String text) {
    SortedMap<Integer, String> found = new TreeMap<>();
    for (String grade : GRADES) {
      for (int at = find(text, grade, 0); at >= 0; at = find(text, grade, at + 1)) {
        found.merge(at, grade, (one, other) -> one.length() < other.length() ? other : one);
      }
    }
    return found.values().stream().distinct().toList();
  }

  /// The last grade in a text, `otherwise` when there is none.
  static @Nullable String last(String text, @Nullable String otherwise) {
    int last = -1;
    String found = otherwise;
    for (String grade : GRADES) {
      int at = find(text, grade, 0);
      while (at >= 0) {
        if (at > last || (at == last && found != null && grade.length() > found.length())) {
          last = at;
          found = grade;
        }
        at = find(text, grade, at + 1);
      }
    }
    return found;
  }

  /// A grade as printed in a cell, without the word that every grade shares.
  static String plain(String cell) {
    for (String grade : GRADES) {
      if (cell.startsWith(grade)) {
        return grade;
      }
    }
    String known = of(cell + "级");
    return known != null ? known : Normaliser.display(cell);
  }

  private static int find(String text, String grade, int from) {
    int at = text.indexOf(grade, from);
    while (at >= 0) {
      int end = at + grade.length();
      String next = text.substring(end, Math.min(text.length(), end + 4));
      boolean inside = at > 0 && grade.length() <= 3 && "特较ⅠI第二三".indexOf(text.charAt(at - 1)) >= 0;
      boolean named = grade.endsWith("级") || Text.hasAny(next, NOUNS);
      if (named
          && !inside
          && !(grade.endsWith("要") && next.startsWith("问题"))
          && !next.startsWith("栏目")
          && !next.startsWith("域名")
          && !next.startsWith("咨询")
          && !next.startsWith("等保")) {
        return at;
      }
      at = text.indexOf(grade, at + 1);
    }
    return -1;
  }
}
