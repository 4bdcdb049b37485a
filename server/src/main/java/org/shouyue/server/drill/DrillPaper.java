package org.shouyue.server.drill;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.Tone;
import org.springframework.stereotype.Component;

/// Draws the report of a drill: scheme, course, score, summary, improvements.
@Component
class DrillPaper {
  private final DrillRows rows;
  private final Placements placements;
  private final Papers papers;

  DrillPaper(DrillRows rows, Placements placements, Papers papers) {
    this.rows = rows;
    this.placements = placements;
    this.papers = papers;
  }

  UUID draw(Drill drill) {
    List<PlacedArtefact> artefacts = placements.of(drill.id());
    List<DrillRows.Step> steps = rows.steps(drill.id());
    Score score = Score.of(drill, artefacts, steps);
    return papers.draw(
        new Paper(
            drill.clientId(),
            drill.contractId(),
            "drill",
            "",
            drill.about(),
            drill.title(),
            fields(drill, score),
            List.of(
                scheme(drill),
                course(artefacts, steps),
                score(score),
                Section.of("summary", "总结", "Summary", List.of(new Block.Prose(drill.summary()))),
                improvements(drill))));
  }

  private static Map<String, String> fields(Drill drill, Score score) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("演练编号", drill.number());
    fields.put("场景", drill.scenario());
    fields.put("依据", "应急预案第 %d 版".formatted(drill.planVersion()));
    fields.put("开始", shown(drill.startedAt()));
    fields.put("结束", "%s（%s）".formatted(shown(drill.endedAt()), how(drill)));
    fields.put("达标", "%d / %d 项".formatted(score.met(), score.of()));
    return fields;
  }

  private static String how(Drill drill) {
    String how = drill.endedHow() == null ? "" : drill.endedHow();
    String said =
        switch (how) {
          case "finished" -> "正常结束";
          case "aborted" -> "中止";
          case "timed-out" -> "到时自动撤销";
          case "refused" -> "未能注入";
          default -> how;
        };
    return drill.endedWhy() == null ? said : said + "，" + drill.endedWhy();
  }

  private static Section scheme(Drill drill) {
    return Section.of(
        "scheme",
        "演练方案",
        "Scheme",
        List.of(
            new Block.Prose("目标：" + drill.goal()),
            new Block.Prose("环境：" + drill.environment()),
            new Block.Prose("参演人员：" + drill.participants()),
            new Block.Prose("中止条件：" + drill.abortCriteria()),
            new Block.Prose("注入物最迟 %d 分钟后自动撤销。".formatted(drill.limitMinutes()))));
  }

  private static Section course(List<PlacedArtefact> artefacts, List<DrillRows.Step> steps) {
    return Section.of(
        "course",
        "演练过程",
        "Course",
        List.of(
            Block.table(
                "注入与发现",
                "没有注入。",
                List.of(
                    Block.Column.text("注入物", "Artefact", 25),
                    Block.Column.text("注入", "Placed", 17),
                    Block.Column.text("发现", "Noticed", 38),
                    Block.Column.text("撤销", "Undone", 20)),
                artefacts.stream()
                    .map(one ->
                        List.of(
                            Cell.of(Described.what(one.artefact())),
                            Cell.of(shown(one.placedAt())),
                            Cell.of(Described.noticing(one)),
                            Cell.of(shown(one.undoneAt()))))
                    .toList()),
            Block.table(
                "处置步骤",
                "没有步骤。",
                List.of(
                    Block.Column.text("责任人", "Who", 20),
                    Block.Column.text("步骤", "What", 40),
                    Block.Column.text("完成", "Done", 20),
                    Block.Column.text("说明", "Note", 20)),
                steps.stream()
                    .map(step ->
                        List.of(
                            Cell.of(step.who()),
                            Cell.of(step.what()),
                            Cell.of(shown(step.tickedAt())),
                            Cell.of(step.note() == null ? "" : step.note())))
                    .toList())));
  }

  private static Section score(Score score) {
    return Section.of(
        "score",
        "时限评估",
        "Score",
        List.of(
            Block.table(
                "时限评估",
                "没有时限。",
                List.of(
                    Block.Column.text("事项", "What", 50),
                    Block.Column.number("时限（分钟）", "Within", 16),
                    Block.Column.number("实际（分钟）", "Took", 16),
                    Block.Column.centred("评估", "Met", 18)),
                score.targets().stream()
                    .map(target ->
                        List.of(
                            Cell.of(target.what()),
                            Cell.of(target.withinMinutes()),
                            Cell.of(target.took() == null ? "—" : target.took().toString()),
                            Cell.of(
                                target.met() ? "达标" : target.took() == null ? "未完成" : "超时",
                                target.met() ? Tone.GOOD : Tone.BAD)))
                    .toList())));
  }

  private Section improvements(Drill drill) {
    return Section.of(
        "improvements",
        "改进措施",
        "Improvements",
        List.of(
            Block.table(
                "改进措施",
                "没有提出改进。",
                List.of(
                    Block.Column.number("序号", "No.", 10),
                    Block.Column.text("措施", "What", 70),
                    Block.Column.centred("工单", "Ticket", 20)),
                rows.improvements(drill.id()).stream()
                    .map(one ->
                        List.of(
                            Cell.of(one.n()),
                            Cell.of(one.text()),
                            Cell.of(one.ticketId() == null ? "未开" : "已开")))
                    .toList())));
  }

  private static String shown(@Nullable Instant at) {
    return at == null
        ? "—"
        : at.atZone(WorkCalendar.SHANGHAI)
            .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
  }
}
