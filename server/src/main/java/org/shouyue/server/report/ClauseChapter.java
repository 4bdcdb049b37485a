package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.server.report.Block.Column;

/// Clause by clause: what was promised, what was due, what came of it.
final class ClauseChapter {
  private ClauseChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Prose("下表逐条列明合同承诺及本期结果。各数均由附件所列履约事项逐项计得；结论取该条最严重的结果，从未执行的为不履约，无法判定的不计为履约。"));
    blocks.add(table(dossier));
    if (dossier.clauses().stream().anyMatch(clause -> clause.tally().upcoming() > 0)) {
      blocks.add(new Block.Prose("出具时尚未到期的事项不计入应履行数，列于附件。"));
    }
    return Section.of("clauses", "逐条履约情况", "Clause by Clause", blocks);
  }

  private static Block table(Dossier dossier) {
    var rows = new ArrayList<List<Cell>>();
    dossier.clauses().forEach(clause -> rows.add(row(clause)));
    rows.add(total(dossier.tally()));
    return new Block.Grid(
        "逐条履约情况表",
        List.of(
            Column.text("条款", "Clause", 8),
            Column.text("承诺（原文行号）", "Promise (source lines)", 29),
            Column.centred("周期", "Cycle", 10),
            Column.number("应履行", "due", 7),
            Column.number("按期", "done", 7),
            Column.number("逾期", "late", 7),
            Column.number("未履行", "missed", 7),
            Column.number("豁免", "waived", 7),
            Column.number("未判定", "unkn.", 7),
            Column.centred("结论", "Verdict", 11)),
        rows);
  }

  private static List<Cell> row(ClauseRow clause) {
    Tally tally = clause.tally();
    Verdict verdict = clause.verdict();
    String cases = clause.cases().isEmpty() ? "" : "（工单" + clause.cases().size() + "件）";
    return List.of(
        Cell.of(clause.label()),
        Cell.of(promise(clause)),
        Cell.of(Wording.cycle(clause.frequency(), clause.atMost())),
        Cell.of(tally.due()),
        Cell.of(tally.done()),
        Cell.count(tally.late(), Tone.WARN),
        Cell.count(tally.missed(), Tone.BAD),
        Cell.count(tally.waived(), Tone.QUIET),
        Cell.count(tally.unknown(), Tone.DOUBT),
        Cell.of(verdict.chinese() + cases, verdict.tone()));
  }

  private static String promise(ClauseRow clause) {
    boolean said = clause.title().isBlank() || clause.promise().startsWith(clause.title());
    String title = said ? "" : "【" + clause.title() + "】";
    String where = clause.lines() == null ? "" : "（" + Wording.lines(clause.lines()) + "）";
    return title + clause.promise() + where;
  }

  private static List<Cell> total(Tally tally) {
    return List.of(
        Cell.of("合计"),
        Cell.of("全部条款"),
        Cell.of(Wording.NONE),
        Cell.of(tally.due()),
        Cell.of(tally.done()),
        Cell.count(tally.late(), Tone.WARN),
        Cell.count(tally.missed(), Tone.BAD),
        Cell.count(tally.waived(), Tone.QUIET),
        Cell.count(tally.unknown(), Tone.DOUBT),
        Cell.of(Wording.NONE));
  }
}
