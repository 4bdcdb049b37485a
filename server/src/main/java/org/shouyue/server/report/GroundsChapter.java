package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.server.report.Block.Column;

/// On what grounds the work was done: ambiguities decided, permits, acceptances agreed on.
final class GroundsChapter {
  private GroundsChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    if (dossier.decisions().isEmpty()) {
      blocks.add(new Block.Prose("合同文本没有需要明确的歧义。"));
    } else {
      blocks.add(new Block.Heading("合同歧义及其明确", "Ambiguities decided"));
      blocks.add(decisions(dossier));
    }
    if (dossier.permits().isEmpty()) {
      blocks.add(new Block.Prose("本期没有登记的授权书。"));
    } else {
      blocks.add(new Block.Heading("授权书", "Permits"));
      blocks.add(permits(dossier));
    }
    if (!dossier.acceptances().isEmpty()) {
      blocks.add(new Block.Heading("合同约定的验收", "Acceptances agreed on"));
      blocks.add(acceptances(dossier));
    }
    return Section.of("grounds", "合同明确与授权", "Decisions and Permits", blocks);
  }

  private static Block decisions(Dossier dossier) {
    return new Block.Grid(
        "合同歧义表",
        List.of(
            Column.number("序号", "No.", 6),
            Column.text("歧义（原文行号）", "Ambiguity (source lines)", 42),
            Column.text("明确结果", "Decision", 28),
            Column.centred("决定人", "By", 10),
            Column.centred("时间", "At", 14)),
        dossier.decisions().stream().map(decision -> decision(dossier, decision)).toList());
  }

  private static List<Cell> decision(Dossier dossier, DecisionRow row) {
    String where = row.lines() == null ? "" : "（" + Wording.lines(row.lines()) + "）";
    boolean open = row.decision() == null;
    return List.of(
        Cell.of(row.number()),
        Cell.of("【" + Wording.state(row.code()) + "】" + row.message() + where),
        Cell.of(open ? "未明确" : Wording.orNone(row.decision()), open ? Tone.BAD : Tone.PLAIN),
        Cell.of(Wording.orNone(row.by())),
        Cell.of(Wording.minute(row.at(), dossier.zone())));
  }

  private static Block permits(Dossier dossier) {
    return new Block.Grid(
        "授权书表",
        List.of(
            Column.text("编号", "Number", 14),
            Column.text("对象", "Targets", 26),
            Column.text("方式", "Methods", 16),
            Column.centred("有效期", "Window", 20),
            Column.centred("签署人", "Signatory", 13),
            Column.centred("状态", "State", 11)),
        dossier.permits().stream().map(permit -> permit(dossier, permit)).toList());
  }

  private static List<Cell> permit(Dossier dossier, PermitRow permit) {
    return List.of(
        Cell.of(permit.number()),
        Cell.of(String.join("、", permit.targets())),
        Cell.of(String.join("、", permit.methods())),
        Cell.of(
            Wording.minute(permit.from(), dossier.zone())
                + " 至 "
                + Wording.minute(permit.until(), dossier.zone())),
        Cell.of(permit.signatory()),
        Cell.of(Wording.state(permit.state())));
  }

  private static Block acceptances(Dossier dossier) {
    return new Block.Grid(
        "验收安排表",
        List.of(
            Column.text("验收", "Acceptance", 40),
            Column.centred("应验收日期", "Due", 20),
            Column.centred("状态", "State", 20),
            Column.centred("原文", "Source", 20)),
        dossier.acceptances().stream().map(GroundsChapter::acceptance).toList());
  }

  private static List<Cell> acceptance(AcceptanceRow row) {
    return List.of(
        Cell.of(row.after() == null ? "服务期满" : "服务满" + Wording.length(row.after())),
        Cell.of(Wording.day(row.dueOn())),
        Cell.of(row.state()),
        Cell.of(Wording.lines(row.lines())));
  }
}
