package org.shouyue.server.external;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The answer to the authority: written, drawn up as a document, sent, acknowledged.
@Service
class NoticeAnswering {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(WorkCalendar.SHANGHAI);

  private final NoticeRows rows;
  private final NoticeDesk desk;
  private final TicketDesk tickets;
  private final Papers papers;
  private final Performances performances;

  NoticeAnswering(
      NoticeRows rows,
      NoticeDesk desk,
      TicketDesk tickets,
      Papers papers,
      Performances performances) {
    this.rows = rows;
    this.desk = desk;
    this.tickets = tickets;
    this.papers = papers;
    this.performances = performances;
  }

  /// Writes the answer and draws it up as a document. It may be written again until it is sent.
  ///
  /// @throws Problem 409 while a problem is open
  @Transactional
  void answer(UUID id, String text) {
    Notice notice = desk.lock(id);
    desk.move(notice, NoticeAct.ANSWER);
    UUID paper = papers.draw(paper(notice, desk.ticket(notice), text));
    rows.answer(id, text, paper);
    desk.write(notice, NoticeAct.ANSWER, null, text);
  }

  /// Notes that the answer was sent. The ticket is resolved with it.
  ///
  /// @param via how: by mail, by hand, through a platform
  @Transactional
  void send(UUID id, String via) {
    Notice notice = desk.lock(id);
    if (notice.answer() == null) {
      throw Problem.conflict("answer-first", "请先撰写答复，再登记发送");
    }
    desk.move(notice, NoticeAct.SEND);
    rows.sent(id, desk.now(), NoticeDesk.who(), via);
    desk.write(notice, NoticeAct.SEND, null, via);
    Ticket ticket = desk.ticket(notice);
    if (ticket.state() != TicketState.RESOLVED && ticket.state() != TicketState.CLOSED) {
      tell(notice, TicketEventType.RESOLVE, "已答复 " + notice.issuer() + "：" + via);
    }
    var _ =
        performances.perform(
            Performance.of(
                notice.contractId(),
                Capability.EXTERNAL_FINDING,
                desk.now(),
                NoticeDesk.who(),
                notice.about(),
                "已整改并答复 " + notice.issuer() + " 通报 " + notice.documentNumber()));
    desk.tell(
        notice,
        "external-answered",
        Urgency.NORMAL,
        List.of(
            new Audience.OfRole(Role.CLIENT_READER), new Audience.OfRole(Role.CLIENT_SIGNATORY)));
  }

  /// Notes the authority's receipt; the ticket is closed with it.
  ///
  /// @param file the receipt itself; null when it was told only
  @Transactional
  void receipt(UUID id, String text, NoticeIntake.@Nullable Source file) {
    Notice notice = desk.lock(id);
    desk.move(notice, NoticeAct.RECEIPT);
    rows.receipt(id, desk.now(), text);
    if (file != null && file.content().length > 0) {
      long seq = desk.keep(notice, file.name(), file.mediaType(), file.content());
      desk.write(notice, NoticeAct.RECEIPT, null, text + "（回执存证 " + seq + "）");
    } else {
      desk.write(notice, NoticeAct.RECEIPT, null, text);
    }
    if (desk.ticket(notice).state() != TicketState.CLOSED) {
      tell(notice, TicketEventType.CLOSE, "收到回执：" + text);
    }
  }

  private void tell(Notice notice, TicketEventType type, String text) {
    tickets.tell(notice.ticketId(), TicketEvent.of(desk.now(), type, NoticeDesk.who(), text));
  }

  private Paper paper(Notice notice, Ticket ticket, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("通报单位", notice.issuer());
    fields.put("文号", notice.documentNumber().isEmpty() ? "无" : notice.documentNumber());
    fields.put("收到日期", DAY.format(notice.receivedAt()));
    fields.put("答复期限", DAY.format(notice.answerDue().minusSeconds(1)));
    fields.put("工单编号", ticket.number());
    return new Paper(
        notice.clientId(),
        notice.contractId(),
        "external-answer",
        "",
        notice.about(),
        "关于“" + ticket.title() + "”的整改情况报告",
        fields,
        List.of(
            Section.of(
                "answer",
                "整改情况",
                "Answer",
                text.lines().filter(line -> !line.isBlank()).<Block>map(Block.Prose::new).toList()),
            Section.of(
                "problems",
                "问题清单",
                "Problems",
                List.of(problems(rows.problems(notice.ticketId()))))));
  }

  private static Block problems(List<ToldProblem> problems) {
    List<List<Cell>> lines = new ArrayList<>();
    for (ToldProblem problem : problems) {
      lines.add(
          List.of(
              Cell.of(problem.n()),
              Cell.of(problem.target()),
              Cell.of(problem.description()),
              Cell.of(word(problem.state())),
              Cell.of(problem.note() == null ? "" : problem.note())));
    }
    return Block.table(
        "问题清单",
        "没有问题。",
        List.of(
            Column.centred("序号", "No.", 8),
            Column.text("位置", "Where", 24),
            Column.text("问题", "Problem", 32),
            Column.centred("结果", "Outcome", 12),
            Column.text("说明", "Note", 24)),
        lines);
  }

  private static String word(ToldProblem.State state) {
    return switch (state) {
      case OPEN -> "未整改";
      case FIXED -> "待复测";
      case PROVEN -> "已整改";
      case UNFIXABLE -> "无法整改";
    };
  }
}
