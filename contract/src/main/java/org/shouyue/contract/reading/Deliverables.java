package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shouyue.contract.text.Normaliser;

/// Names of the documents that a text promises to hand over.
final class Deliverables {
  private static final String[] VERBS = {
    "提交", "出具", "形成", "输出", "编制", "交付", "生成", "提供", "编写", "撰写", "产出", "给出", "发送", "填写", "编写"
  };
  private static final String[] NOUNS = {
    "报告", "方案", "记录", "清单", "台账", "月报", "季报", "年报", "周报", "总结", "手册", "预案", "记录单", "记录表", "通报",
    "报表", "文档", "计划", "证书", "日报", "工单", "材料"
  };
  private static final String[] LAWS = {
    "法》", "条例》", "办法》", "标准》", "指标》", "合同》", "规定》", "要求》", "规范》", "通知》", "意见》", "指南》", "协议》",
    "招标文件》", "承诺书》"
  };
  private static final String[] ENUMERATING = {"包括", "包含"};
  private static final int SHORTEST_REPORT = 3;
  private static final int LONGEST = 24;

  private Deliverables() {}

  static List<String> of(String text) {
    Set<String> names = new LinkedHashSet<>();
    quoted(text, names);
    boolean goesOn = false;
    for (Text.Piece piece : Text.split(text, ",。;:")) {
      int before = names.size();
      named(unquoted(piece.text()), names);
      enumerated(piece.text(), names);
      goesOn = before < names.size() || (goesOn && listed(piece.text(), names));
    }
    return List.copyOf(names);
  }

  /// The names in a cell that lists documents.
  static List<String> listed(String cell) {
    List<String> names = new ArrayList<>();
    for (String part : Text.parts(cell.replace("》", "》、"), "、;,。/ \t")) {
      String name = part.replace("《", "").replace("》", "").strip();
      if (name.length() > 1 && !name.equals("无")) {
        names.add(Normaliser.display(name));
      }
    }
    return names;
  }

  private static String unquoted(String piece) {
    int open = piece.indexOf('《');
    int close = piece.lastIndexOf('》');
    return open >= 0 && close > open
        ? piece.substring(0, open) + piece.substring(close + 1)
        : piece;
  }

  /// A bare name behind a piece that handed over another.
  private static boolean listed(String piece, Set<String> names) {
    String name = piece.substring(0, Math.max(0, piece.length() - 1));
    return name.length() >= 4
        && name.length() <= 10
        && endsWithNoun(name)
        && names.add(Normaliser.display(name));
  }

  private static void quoted(String text, Set<String> names) {
    int open = text.indexOf('《');
    while (open >= 0) {
      int close = text.indexOf('》', open);
      if (close < 0) {
        return;
      }
      String name = text.substring(open + 1, close);
      boolean law = Text.hasAny(text.substring(open, close + 1), LAWS);
      if (!law
          && !name.isEmpty()
          && name.length() <= 60
          && (Text.hasAny(name, NOUNS) || "书单表册".indexOf(name.charAt(name.length() - 1)) >= 0)) {
        names.add(Normaliser.display(name));
      }
      open = text.indexOf('《', close);
    }
  }

  private static void named(String piece, Set<String> names) {
    for (String verb : VERBS) {
      int at = piece.lastIndexOf(verb);
      if (at >= 0) {
        for (String part : Text.parts(piece.substring(at + verb.length()), "、和及与并。;,:")) {
          String name = trimmed(part);
          if (name.length() > 1
              && name.length() <= LONGEST
              && endsWithNoun(name)
              && !name.endsWith("解决方案")
              && !name.equals("方案")) {
            names.add(Normaliser.display(name));
          }
        }
      }
    }
  }

  /// Reports among the parts that a service is said to consist of: "包括…、事故描述报告（…）以及…".
  private static void enumerated(String piece, Set<String> names) {
    for (String verb : ENUMERATING) {
      int at = piece.lastIndexOf(verb);
      if (at >= 0) {
        for (String part : Text.parts(piece.substring(at + verb.length()), "、和及与并。;,:")) {
          int bracket = part.indexOf('(');
          String name = trimmed(bracket < 0 ? part : part.substring(0, bracket));
          if (name.length() > SHORTEST_REPORT && name.length() <= LONGEST && name.endsWith("报告")) {
            names.add(Normaliser.display(name));
          }
        }
      }
    }
  }

  private static String trimmed(String part) {
    String name = part.strip();
    int of =
        Math.max(
            name.lastIndexOf('的'), Math.max(name.lastIndexOf("一份"), name.lastIndexOf("1份")) + 1);
    name =
        of >= 0 && of + 1 < name.length() && !name.endsWith("的") && of > 0
            ? name.substring(of + 1)
            : name;
    for (String lead :
        new String[] {
          "一份", "1份", "相应", "专业", "书面", "修订", "了", "上月", "上季度", "上一季度", "上年度", "当月", "本月", "当季",
          "月度服务工作", "完整"
        }) {
      name = name.startsWith(lead) ? name.substring(lead.length()) : name;
    }
    return name;
  }

  private static boolean endsWithNoun(String name) {
    for (String noun : NOUNS) {
      if (name.endsWith(noun)) {
        return true;
      }
    }
    return false;
  }
}
