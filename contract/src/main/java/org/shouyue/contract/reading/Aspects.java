package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;

/// A service clause taken apart: what is said under key words (服务频率：, 交付成果：) and the rest.
///
/// @param declared the cycle under a key word or in the heading, null when there is none
/// @param declaredPlain a frequency without a period under a key word, null when there is none
/// @param declaredLines where the declared cycle stands
record Aspects(
    String title,
    List<Paragraph> text,
    @Nullable Cycle declared,
    @Nullable Frequency declaredPlain,
    Lines declaredLines,
    List<String> deliverables,
    List<String> scope) {

  private static final String[] CYCLE = {
    "频率", "频次", "周期", "次数", "服务时间", "检测时间", "巡检时间", "执行时间", "frequency"
  };
  private static final String[] DELIVERABLE = {
    "成果", "交付物", "交付件", "输出物", "输出文档", "提交文档", "提交物", "交付文档", "提交材料", "deliverable"
  };
  private static final String[] SCOPE = {
    "服务对象", "服务范围", "检测对象", "覆盖范围", "巡检对象", "检测范围", "扫描对象", "扫描范围", "对象"
  };
  private static final String[] CONTENT = {
    "服务内容", "内容", "服务方式", "方式", "服务要求", "要求", "服务标准", "服务目标", "服务描述", "工作内容", "巡检内容", "检测内容",
    "响应时间", "说明"
  };
  private static final int LONGEST_KEY = 10;

  static Aspects of(Clause clause) {
    List<Paragraph> all =
        new ArrayList<>(
            clause.paragraphs().subList(0, Math.min(clause.paragraphs().size(), Clause.MOST)));
    for (Clause child : clause.children()) {
      if (isAspect(child)) {
        for (Paragraph paragraph : child.paragraphs()) {
          all.add(
              new Paragraph(
                  child.title() + ":" + paragraph.text(),
                  shifted(paragraph, child.title().length() + 1),
                  paragraph.numbers()));
        }
      }
    }
    return of(clause.title(), all, Lines.at(clause.firstLine()));
  }

  /// Whether a clause only says one aspect of the service that it stands below.
  static boolean isAspect(Clause clause) {
    String title = clause.title();
    return title.length() <= LONGEST_KEY
        && !clause.paragraphs().isEmpty()
        && clause.children().isEmpty()
        && (endsWithAny(title, CYCLE)
            || endsWithAny(title, DELIVERABLE)
            || endsWithAny(title, SCOPE)
            || endsWithAny(title, CONTENT));
  }

  static Aspects of(String title, List<Paragraph> paragraphs, Lines titleLines) {
    List<Paragraph> text = new ArrayList<>();
    List<String> deliverables = new ArrayList<>();
    List<String> scope = new ArrayList<>();
    List<Cycle> inTitle = CycleGrammar.read(title);
    Cycle declared = inTitle.isEmpty() ? null : inTitle.getFirst();
    Lines lines = titleLines;
    Frequency plain = null;
    for (Paragraph given : paragraphs) {
      Paragraph paragraph = without(title, given);
      String key = key(paragraph.text());
      String value =
          paragraph.text().substring(Math.min(paragraph.text().length(), key.length() + 1));
      if (endsWithAny(key, CYCLE) && value.length() < 60) {
        List<Cycle> cycles = CycleGrammar.read(value);
        declared = cycles.isEmpty() ? declared : cycles.getFirst();
        plain = cycles.isEmpty() ? Rhythm.ofCell(value) : plain;
        lines = paragraph.lines();
      } else if (endsWithAny(key, DELIVERABLE)) {
        deliverables.addAll(Deliverables.listed(value));
      } else if (endsWithAny(key, SCOPE) && value.length() < 200) {
        scope.addAll(Deliverables.listed(value));
        text.add(paragraph);
      } else {
        text.add(paragraph);
      }
    }
    return new Aspects(title, text, declared, plain, lines, deliverables, scope);
  }

  /// The heading said once more at the start of the text is left out.
  private static Paragraph without(String title, Paragraph paragraph) {
    String lead = title + ":";
    if (title.isEmpty() || !paragraph.text().startsWith(lead)) {
      return paragraph;
    }
    List<Integer> offsets =
        paragraph.offsets().stream().map(offset -> Math.max(0, offset - lead.length())).toList();
    return new Paragraph(paragraph.text().substring(lead.length()), offsets, paragraph.numbers());
  }

  private static List<Integer> shifted(Paragraph paragraph, int by) {
    List<Integer> offsets = new ArrayList<>();
    for (int offset : paragraph.offsets()) {
      offsets.add(offset == 0 ? 0 : offset + by);
    }
    return offsets;
  }

  private static String key(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon <= LONGEST_KEY ? text.substring(0, colon) : "";
  }

  private static boolean endsWithAny(String key, String[] words) {
    for (String word : words) {
      if (key.endsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
