package org.shouyue.server.consulting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.consulting.SelfCheck.Answer;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.Tone;
import org.springframework.stereotype.Component;

/// The report about a self-check: the score, the gaps, the plan in three horizons.
@Component
class SelfCheckPaper {
  private static final String METHOD =
      "得分为按权重计算的符合比例：符合计 1，部分符合计 0.5，不符合计 0，不适用不计；权重 1 至 3。本结果供整改排序使用，不替代等级测评。";

  private final Papers papers;

  SelfCheckPaper(Papers papers) {
    this.papers = papers;
  }

  /// Draws it in the caller's transaction and returns the report's id.
  UUID draw(SelfCheck check, Score score, List<Answer> answers, List<Measure> measures) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("系统名称", check.system());
    fields.put("保护等级", "第" + (check.level() == 2 ? "二" : "三") + "级");
    fields.put("依据", "GB/T 22239-2019 第" + (check.level() + 5) + "章");
    fields.put("控制点", Integer.toString(score.total()));
    fields.put("差距", Integer.toString(score.gaps()));
    fields.put("得分", percent(score.percent()));
    List<Section> sections = new ArrayList<>();
    sections.add(areas(score));
    sections.add(gaps(check, answers));
    for (Measure.Horizon horizon : Measure.Horizon.values()) {
      sections.add(plan(horizon, measures));
    }
    return papers.draw(
        new Paper(
            check.clientId(),
            check.contractId(),
            "consulting",
            "",
            "self-check/" + check.id(),
            check.system() + "等级保护自查与安全规划",
            fields,
            sections));
  }

  private static Section areas(Score score) {
    List<List<Cell>> rows =
        score.areas().stream()
            .map(area ->
                List.of(
                    Cell.of(area.name()),
                    Cell.of(percent(area.percent())),
                    Cell.count(area.gaps(), Tone.WARN)))
            .toList();
    return Section.of(
        "areas",
        "各安全方面得分",
        "Score by area",
        List.of(
            new Block.Prose(METHOD),
            Block.table(
                "各安全方面得分",
                "没有控制点。",
                List.of(
                    Column.text("安全方面", "Area", 50),
                    Column.number("得分", "Score", 25),
                    Column.number("差距", "Gaps", 25)),
                rows)));
  }

  private static Section gaps(SelfCheck check, List<Answer> answers) {
    Map<String, Answer> given = answers.stream().collect(Collectors.toMap(Answer::clause, a -> a));
    List<List<Cell>> rows = new ArrayList<>();
    for (Control control : ControlSet.of(check.level())) {
      Answer answer = given.get(control.clause());
      if (answer != null && answer.verdict().isGap()) {
        Tone tone = answer.verdict() == Verdict.NOT ? Tone.BAD : Tone.WARN;
        rows.add(
            List.of(
                Cell.of(control.clause()),
                Cell.of(control.name()),
                Cell.of(answer.verdict().chinese(), tone),
                Cell.of(answer.note() == null ? "—" : answer.note())));
      }
    }
    return Section.of(
        "gaps",
        "差距清单",
        "Gaps",
        List.of(
            Block.table(
                "差距清单",
                "没有差距。",
                List.of(
                    Column.centred("条款", "Clause", 14),
                    Column.text("控制点", "Control", 26),
                    Column.centred("结论", "Verdict", 16),
                    Column.text("说明", "Note", 44)),
                rows)));
  }

  private static Section plan(Measure.Horizon horizon, List<Measure> measures) {
    List<List<Cell>> rows =
        measures.stream()
            .filter(measure -> measure.horizon() == horizon)
            .map(measure ->
                List.of(
                    Cell.of(measure.priority()),
                    Cell.of(measure.title()),
                    Cell.of(measure.body()),
                    Cell.of(measure.clause() == null ? "—" : measure.clause())))
            .toList();
    String name = horizon.chinese() + "规划";
    return Section.of(
        horizon.code(),
        name,
        "Plan, " + horizon.code() + " term",
        List.of(
            Block.table(
                name,
                "没有列入措施。",
                List.of(
                    Column.centred("优先级", "Priority", 12),
                    Column.text("措施", "Measure", 24),
                    Column.text("内容", "What", 50),
                    Column.centred("条款", "Clause", 14)),
                rows)));
  }

  private static String percent(@Nullable Integer percent) {
    return percent == null ? "不适用" : percent + "%";
  }
}
