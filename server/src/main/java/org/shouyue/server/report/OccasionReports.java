package org.shouyue.server.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.ObligationPerformed;
import org.shouyue.server.agreement.ObligationState;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.agreement.Way;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketClosed;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.Tickets;
import org.shouyue.server.ticket.Tickets.Told;
import org.shouyue.server.work.Severity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws the papers of single occasions: a fault when its ticket closes, an inspection when a
/// person hands in its result, and the maintenance record of any span of days.
@Service
class OccasionReports {
  private final Papers papers;
  private final Tickets tickets;
  private final Obligations obligations;
  private final Agreements agreements;
  private final EvidenceLog evidence;
  private final InstantSource clock;

  OccasionReports(
      Papers papers,
      Tickets tickets,
      Obligations obligations,
      Agreements agreements,
      EvidenceLog evidence,
      InstantSource clock) {
    this.papers = papers;
    this.tickets = tickets;
    this.obligations = obligations;
    this.agreements = agreements;
    this.evidence = evidence;
    this.clock = clock;
  }

  /// Grave faults are reported without being asked for.
  @EventListener
  void on(TicketClosed closed) {
    Ticket ticket = tickets.find(closed.ticketId());
    boolean grave =
        ticket != null
            && ticket.kind() == TicketKind.FAULT
            && (ticket.severity() == Severity.CRITICAL || ticket.severity() == Severity.HIGH);
    if (grave) {
      var _ = fault(closed.ticketId());
    }
  }

  /// What a person hands in for an inspection becomes its report.
  @EventListener
  void on(ObligationPerformed performed) {
    Obligation obligation = obligations.find(performed.obligationId());
    if (obligation != null
        && obligation.way() == Way.MANUAL
        && obligation.capability() == Capability.INSPECTION) {
      var _ = inspection(obligation);
    }
  }

  /// The report of one fault or incident, with its whole log and its clocks.
  ///
  /// @return the paper's id
  /// @throws Problem 404 for an unknown ticket
  @Transactional
  UUID fault(UUID ticketId) {
    Told told = tickets.told(ticketId);
    if (told == null) {
      throw Problem.notFound("ticket", ticketId);
    }
    Ticket ticket = told.ticket();
    ZoneId zone = zone(ticket.contractId());
    var fields = new LinkedHashMap<String, String>();
    fields.put("工单编号", ticket.number());
    fields.put("级别", Wording.state(ticket.severity().code()));
    fields.put("发生时间", Wording.minute(ticket.openedAt(), zone));
    fields.put("关闭时间", Wording.minute(ticket.closedAt(), zone));
    fields.put("登记人", ticket.openedBy());
    Section course =
        Section.of(
            "course",
            "处置经过",
            "Course",
            List.of(
                new Block.Prose(ticket.body().isBlank() ? "登记时未附说明。" : ticket.body()),
                log(told, zone)));
    Section limits = Section.of("limits", "时限执行情况", "Service levels", List.of(clocks(told, zone)));
    return papers.draw(
        new Paper(
            ticket.clientId(),
            ticket.contractId(),
            PaperKind.FAULT.code(),
            "",
            "ticket/" + ticket.id(),
            ticket.title(),
            fields,
            List.of(course, limits, proofs("ticket/" + ticket.id(), zone))));
  }

  private UUID inspection(Obligation obligation) {
    ZoneId zone = zone(obligation.contractId());
    var fields = new LinkedHashMap<String, String>();
    fields.put("巡检事项", obligation.title());
    fields.put(
        "履约窗口",
        Wording.start(obligation.windowFrom(), zone)
            + " 至 "
            + Wording.end(obligation.windowTo(), zone));
    fields.put("完成时间", Wording.minute(obligation.performedAt(), zone));
    fields.put("巡检人", Wording.orNone(obligation.performedBy()));
    fields.put("结果", outcome(obligation));
    return papers.draw(
        new Paper(
            obligation.clientId(),
            obligation.contractId(),
            PaperKind.INSPECTION.code(),
            "",
            "obligation/" + obligation.id(),
            obligation.title(),
            fields,
            List.of(proofs("obligation/" + obligation.id(), zone))));
  }

  /// What was done for a contract in a span of days: every ticket and everything that people
  /// performed (维护记录).
  ///
  /// @return the paper's id
  @Transactional
  UUID maintenance(UUID contract, ReportPeriod period) {
    Agreement agreement = agreements.requireSigned(contract);
    ZoneId zone = zone(contract);
    Instant from = period.from().atStartOfDay(zone).toInstant();
    Instant to = period.to().plusDays(1).atStartOfDay(zone).toInstant();
    var fields = new LinkedHashMap<String, String>();
    fields.put("记录期间", Wording.formalDay(period.from()) + "至" + Wording.formalDay(period.to()));
    fields.put("截至", Wording.formalDay(LocalDate.ofInstant(clock.instant(), zone)));
    return papers.draw(
        new Paper(
            agreement.clientId(),
            contract,
            PaperKind.MAINTENANCE.code(),
            period.label(),
            "contract/" + contract,
            Wording.period(period.label()) + PaperKind.MAINTENANCE.chinese(),
            fields,
            List.of(cases(contract, from, to, zone), deeds(contract, from, to, zone))));
  }

  private Section cases(UUID contract, Instant from, Instant to, ZoneId zone) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Told told : tickets.of(contract, from, to)) {
      Ticket ticket = told.ticket();
      rows.add(
          List.of(
              Cell.of(ticket.number()),
              Cell.of(Wording.state(ticket.kind().code())),
              Cell.of(ticket.title()),
              Cell.of(Wording.minute(ticket.openedAt(), zone)),
              Cell.of(Wording.minute(ticket.closedAt(), zone)),
              Cell.of(Wording.state(ticket.state().code()))));
    }
    return Section.of(
        "tickets",
        "故障与服务请求",
        "Tickets",
        List.of(
            Block.table(
                "工单表",
                "本期没有登记工单。",
                List.of(
                    Column.text("编号", "No.", 15),
                    Column.centred("类别", "Kind", 10),
                    Column.text("事项", "Matter", 33),
                    Column.centred("登记", "Opened", 16),
                    Column.centred("关闭", "Closed", 16),
                    Column.centred("状态", "State", 10)),
                rows)));
  }

  private Section deeds(UUID contract, Instant from, Instant to, ZoneId zone) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Obligation one : obligations.within(contract, from, to)) {
      if (one.performedAt() != null && one.way() == Way.MANUAL) {
        rows.add(
            List.of(
                Cell.of(one.title()),
                Cell.of(Wording.minute(one.performedAt(), zone)),
                Cell.of(Wording.orNone(one.performedBy())),
                Cell.of(outcome(one))));
      }
    }
    return Section.of(
        "deeds",
        "例行维护",
        "Routine work",
        List.of(
            Block.table(
                "例行维护表",
                "本期没有由人员完成的履约事项。",
                List.of(
                    Column.text("事项", "Matter", 46),
                    Column.centred("完成时间", "Performed", 22),
                    Column.text("完成人", "By", 18),
                    Column.centred("结果", "Outcome", 14)),
                rows)));
  }

  private static Block log(Told told, ZoneId zone) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TicketEvent event : told.log()) {
      if (event.type() == TicketEventType.NOTE) {
        continue; // the provider's own, and the report goes to the client
      }
      rows.add(
          List.of(
              Cell.of(Wording.minute(event.at(), zone)),
              Cell.of(step(event.type())),
              Cell.of(event.who()),
              Cell.of(event.text() == null ? Wording.orNone(event.reason()) : event.text())));
    }
    return Block.table(
        "处置经过表",
        "没有处置记录。",
        List.of(
            Column.centred("时间", "Time", 20),
            Column.centred("环节", "Step", 14),
            Column.text("人员", "Who", 16),
            Column.text("说明", "Note", 50)),
        rows);
  }

  private static String step(TicketEventType type) {
    return switch (type) {
      case OPEN -> "登记";
      case RESPOND -> "响应";
      case ARRIVE -> "到场";
      case PAUSE -> "暂停";
      case RESUME -> "继续";
      case RESOLVE -> "解决";
      case REOPEN -> "重开";
      case CLOSE -> "关闭";
      case COMMENT -> "记录";
      case NOTE -> "内部备注";
      case TELL_CLIENT -> "反馈甲方";
      case FOREWARN -> "事先告知";
      case DISPUTE -> "甲方异议";
      case ASSIGN -> "指派";
      case LINK -> "关联";
      case RETEST -> "复测";
      case WARN_50, WARN_80, WARN_100 -> "时限预警";
      case BREACH -> "超时";
    };
  }

  private static Block clocks(Told told, ZoneId zone) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ClockRow clock : CaseRows.clocks(told)) {
      rows.add(
          List.of(
              Cell.of(clock.kind().chinese()),
              Cell.of(Wording.duration(clock.limit())),
              Cell.of(Wording.minute(clock.dueAt(), zone)),
              Cell.of(Wording.minute(clock.stoppedAt(), zone)),
              Cell.of(clock.state().chinese(), clock.state().tone())));
    }
    return Block.table(
        "时限表",
        "合同没有为这类事项约定时限。",
        List.of(
            Column.centred("时限", "Limit", 18),
            Column.centred("约定", "Agreed", 18),
            Column.centred("限期", "Due", 24),
            Column.centred("达成", "Stopped", 24),
            Column.centred("结果", "Result", 16)),
        rows);
  }

  private Section proofs(String about, ZoneId zone) {
    List<List<Cell>> rows = new ArrayList<>();
    for (EvidenceRecord record : evidence.about(about)) {
      rows.add(
          List.of(
              Cell.of("№" + record.seq()),
              Cell.of(record.name()),
              Cell.of(record.sha256(), Tone.CODE),
              Cell.of(Wording.minute(record.effectiveAt(), zone))));
    }
    return Section.annex(
        "evidence",
        "证据目录",
        "Evidence",
        List.of(
            Block.table(
                "证据目录",
                "没有留存证据。",
                List.of(
                    Column.text("编号", "No.", 10),
                    Column.text("名称", "Name", 32),
                    Column.text("摘要", "SHA-256", 38),
                    Column.centred("时间", "Effective", 20)),
                rows)));
  }

  private ZoneId zone(UUID contract) {
    return agreements.calendar(agreements.requireSigned(contract)).zone();
  }

  private static String outcome(Obligation obligation) {
    return obligation.state() == ObligationState.LATE
        ? Outcome.LATE.chinese()
        : Outcome.DONE.chinese();
  }
}
