package org.shouyue.server.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.server.report.Block.Column;

/// The single records behind the figures.
final class Annexes {
  private Annexes() {}

  static Section occurrences(Dossier dossier) {
    EvidenceLinks links = EvidenceLinks.of(dossier);
    var rows = new ArrayList<List<Cell>>();
    for (ClauseRow clause : dossier.clauses()) {
      for (Occurrence occurrence : clause.occurrences()) {
        rows.add(occurrence(clause, occurrence, dossier.zone(), links));
      }
    }
    return Section.annex(
        "occurrences",
        "履约事项明细",
        "Occurrences",
        List.of(
            Block.table(
                "履约事项明细表",
                "本期没有到期或将到期的履约事项。",
                List.of(
                    Column.text("条款", "Clause", 8),
                    Column.text("对象", "Asset", 14),
                    Column.centred("窗口起", "From", 13),
                    Column.centred("窗口止", "Until", 13),
                    Column.centred("完成时间", "Performed", 18),
                    Column.centred("结果", "Outcome", 11),
                    Column.text("说明", "Note", 12),
                    Column.text("证据", "Evidence", 11)),
                rows)));
  }

  private static List<Cell> occurrence(
      ClauseRow clause, Occurrence occurrence, ZoneId zone, EvidenceLinks links) {
    return List.of(
        Cell.of(clause.label()),
        Cell.of(Wording.orNone(occurrence.asset())),
        Cell.of(Wording.start(occurrence.from(), zone)),
        Cell.of(Wording.end(occurrence.to(), zone)),
        Cell.of(Wording.minute(occurrence.performedAt(), zone)),
        Cell.of(occurrence.outcome().chinese(), tone(occurrence.outcome())),
        Cell.of(occurrence.note() == null ? "" : occurrence.note()),
        links.cell(occurrence.evidence()));
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case DONE -> Tone.GOOD;
      case LATE -> Tone.WARN;
      case MISSED -> Tone.BAD;
      case UNKNOWN -> Tone.DOUBT;
      case WAIVED, UPCOMING, CANCELLED -> Tone.QUIET;
    };
  }

  static Section clocks(Dossier dossier) {
    var rows = new ArrayList<List<Cell>>();
    dossier.clocks().forEach(clock -> rows.add(clock(clock, dossier.zone())));
    return Section.annex(
        "clocks",
        "服务级别计时明细",
        "Service-level clocks",
        List.of(
            Block.table(
                "服务级别计时明细表",
                "本期没有服务级别计时。",
                List.of(
                    Column.text("工单", "Ticket", 13),
                    Column.text("级别", "Level", 19),
                    Column.centred("开始", "Started", 17),
                    Column.centred("限期", "Due", 17),
                    Column.centred("停止", "Stopped", 17),
                    Column.number("暂停分", "paused", 8),
                    Column.centred("结果", "Result", 9)),
                rows)));
  }

  private static List<Cell> clock(ClockRow clock, ZoneId zone) {
    return List.of(
        Cell.of(clock.ticket()),
        Cell.of(Wording.level(clock)),
        Cell.of(Wording.minute(clock.startedAt(), zone)),
        Cell.of(Wording.minute(clock.dueAt(), zone)),
        Cell.of(Wording.minute(clock.stoppedAt(), zone)),
        Cell.of(clock.pausedSeconds() / 60),
        Cell.of(clock.state().chinese(), clock.state().tone()));
  }

  static Section evidence(Dossier dossier) {
    EvidenceLinks links = EvidenceLinks.of(dossier);
    var rows = new ArrayList<List<Cell>>();
    for (EvidenceRow row : dossier.evidence()) {
      rows.add(
          List.of(
              links.cell(List.of(row.seq())),
              Cell.of(row.name()),
              Cell.of(row.sha256(), Tone.CODE),
              Cell.of(Wording.minute(row.effectiveAt(), dossier.zone())),
              Cell.of(row.origin())));
    }
    return Section.annex(
        "evidence",
        "证据目录",
        "Evidence",
        List.of(
            Block.table(
                "证据目录",
                "本期没有留存证据。",
                List.of(
                    Column.text("编号", "No.", 8),
                    Column.text("名称", "Name", 27),
                    Column.text("摘要", "SHA-256", 33),
                    Column.centred("时间", "Effective", 17),
                    Column.text("来源", "Origin", 15)),
                rows)));
  }
}
