package org.shouyue.server.change;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.SignatoryRow;
import org.shouyue.server.ticket.Ticket;
import org.springframework.stereotype.Component;

/// Draws the notice that the client gets before a change: all parts that contract 5 §5.5 names,
/// with places to sign. Callers bring the transaction.
@Component
class ChangePaper {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.SHANGHAI);

  private final Papers papers;
  private final Assets assets;

  ChangePaper(Papers papers, Assets assets) {
    this.papers = papers;
    this.assets = assets;
  }

  /// Draws the notice of a version of a plan.
  ///
  /// @return the report's id
  UUID notice(Ticket ticket, int version, ChangePlan plan) {
    List<String> names = assets.all(plan.assets()).stream().map(Asset::name).toList();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("变更单号", ticket.number());
    fields.put("方案版本", "第 " + version + " 版");
    fields.put("变更时段", TIME.format(plan.from()) + " 至 " + TIME.format(plan.until()));
    fields.put("影响资产", names.isEmpty() ? "未涉及登记资产" : String.join("、", names));
    return papers.draw(
        new Paper(
            ticket.clientId(),
            ticket.contractId(),
            "change",
            "",
            "change/" + ticket.id(),
            ticket.title() + "（变更通知书）",
            fields,
            sections(plan)));
  }

  private static List<Section> sections(ChangePlan plan) {
    return List.of(
        prose("reason", "变更原因与内容", "Reason", List.of(plan.reason())),
        prose("backup", "备份建议", "Backup before the change", List.of(plan.backup())),
        prose("method", "操作方法与工具", "Method and tools", methodAndTools(plan)),
        Section.of("steps", "操作步骤", "Steps", List.of(steps(plan.steps()))),
        prose("people", "参与人员", "People", plan.people()),
        prose("risks", "可能的风险", "Risks", plan.risks()),
        prose("rollback", "回退方案", "Rollback", List.of(plan.rollback())),
        Section.of(
            "sign",
            "确认",
            "Confirmation",
            List.of(
                new Block.Prose("甲方签字确认后方开始实施。"),
                new Block.Signatures(
                    List.of(
                        new SignatoryRow("甲方", null, null, null),
                        new SignatoryRow("乙方", null, null, null))))));
  }

  private static List<String> methodAndTools(ChangePlan plan) {
    List<String> lines = new ArrayList<>(List.of(plan.method()));
    lines.add("工具：" + String.join("、", plan.tools()));
    return lines;
  }

  private static Section prose(String key, String chinese, String english, List<String> lines) {
    return Section.of(key, chinese, english, lines.stream().<Block>map(Block.Prose::new).toList());
  }

  private static Block steps(List<ChangePlan.Step> steps) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ChangePlan.Step step : steps) {
      rows.add(
          List.of(
              Cell.of(rows.size() + 1L),
              Cell.of(step.what()),
              Cell.of(step.who()),
              Cell.of(step.when() == null ? "随上一步" : step.when()),
              Cell.of(step.expected())));
    }
    return Block.table(
        "操作步骤",
        "没有步骤。",
        List.of(
            Column.centred("序号", "No.", 8),
            Column.text("操作", "What", 36),
            Column.text("执行人", "Who", 14),
            Column.text("时间", "When", 16),
            Column.text("预期结果", "Expected", 26)),
        rows);
  }
}
