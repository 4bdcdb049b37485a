package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.server.report.Block.Column;

/// What was found wrong and what people had to do about it.
final class CaseChapter {
  private CaseChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    if (dossier.findings().isEmpty()) {
      blocks.add(new Block.Prose("本期没有发现问题。"));
    } else {
      blocks.add(new Block.Heading("发现的问题", "Findings"));
      blocks.add(findings(dossier));
    }
    if (dossier.tickets().isEmpty()) {
      blocks.add(new Block.Prose("本期没有登记工单。"));
    } else {
      blocks.add(new Block.Heading("工单", "Tickets"));
      blocks.add(tickets(dossier));
    }
    return Section.of("cases", "问题与工单", "Findings and Tickets", blocks);
  }

  private static Block findings(Dossier dossier) {
    EvidenceLinks links = EvidenceLinks.of(dossier);
    return new Block.Grid(
        "问题清单",
        List.of(
            Column.text("问题", "Finding", 28),
            Column.centred("等级", "Severity", 8),
            Column.text("对象", "Asset", 16),
            Column.centred("首次发现", "First seen", 14),
            Column.centred("状态", "State", 11),
            Column.centred("工单", "Ticket", 12),
            Column.centred("证据", "Evidence", 11)),
        dossier.findings().stream().map(finding -> finding(dossier, links, finding)).toList());
  }

  private static List<Cell> finding(Dossier dossier, EvidenceLinks links, FindingRow finding) {
    return List.of(
        Cell.of(finding.title()),
        Cell.of(Wording.state(finding.severity())),
        Cell.of(Wording.orNone(finding.asset())),
        Cell.of(Wording.minute(finding.firstSeen(), dossier.zone())),
        Cell.of(Wording.state(finding.state())),
        Cell.of(Wording.orNone(finding.ticket())),
        links.cell(finding.evidence()));
  }

  private static Block tickets(Dossier dossier) {
    return new Block.Grid(
        "工单清单",
        List.of(
            Column.text("编号", "Number", 14),
            Column.centred("类别", "Kind", 9),
            Column.text("事项", "Subject", 31),
            Column.centred("等级", "Severity", 8),
            Column.centred("登记", "Opened", 14),
            Column.centred("解决", "Resolved", 14),
            Column.centred("状态", "State", 10)),
        dossier.tickets().stream().map(ticket -> ticket(dossier, ticket)).toList());
  }

  private static List<Cell> ticket(Dossier dossier, TicketRow ticket) {
    return List.of(
        Cell.of(ticket.number()),
        Cell.of(Wording.state(ticket.kind())),
        Cell.of(ticket.title()),
        Cell.of(Wording.state(ticket.severity())),
        Cell.of(Wording.minute(ticket.openedAt(), dossier.zone())),
        Cell.of(Wording.minute(ticket.resolvedAt(), dossier.zone())),
        Cell.of(Wording.state(ticket.state())));
  }
}
