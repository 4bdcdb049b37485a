package org.shouyue.server.ticket;

import java.time.Instant;
import org.shouyue.contract.Capability;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.FindingDismissed;
import org.shouyue.server.finding.FindingFixed;
import org.shouyue.server.finding.FindingOpened;
import org.shouyue.server.finding.FindingRetested;
import org.shouyue.server.work.Severity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Opens a ticket for every finding that is bad enough, and closes it when a run proves the finding
/// gone. Works inside the transaction that recorded the run.
@Component
class FindingTickets {
  private static final Severity BAD_ENOUGH = Severity.MEDIUM;
  private static final String PRODUCT = "守约";

  private final TicketRows rows;
  private final TicketDesk desk;

  FindingTickets(TicketRows rows, TicketDesk desk) {
    this.rows = rows;
    this.desk = desk;
  }

  @EventListener
  void on(FindingOpened opened) {
    Finding finding = opened.finding();
    if (!finding.severity().atLeast(BAD_ENOUGH) || rows.openFor(finding.id()) != null) {
      return;
    }
    desk.open(
        new TicketMatter(
            finding.contractId(),
            kind(finding.capability()),
            finding.severity(),
            finding.title(),
            finding.detail() + (finding.advice().isBlank() ? "" : "\n建议：" + finding.advice()),
            finding.serviceId(),
            finding.assetId(),
            finding.id()),
        PRODUCT,
        opened.at());
  }

  @EventListener
  void on(FindingFixed fixed) {
    Ticket ticket = rows.openFor(fixed.finding().id());
    if (ticket != null) {
      retested(ticket, "检查证明已修复", fixed.at());
      if (ticket.state() != TicketState.RESOLVED) {
        step(ticket, TicketEventType.RESOLVE, fixed.at());
      }
      step(ticket, TicketEventType.CLOSE, fixed.at());
    }
  }

  @EventListener
  void on(FindingRetested retested) {
    Ticket ticket = rows.openFor(retested.finding().id());
    if (ticket != null) {
      String said = retested.seen() ? "复测未通过，问题仍在：" : "复测无法判断：";
      retested(ticket, said + retested.note(), retested.at());
      if (retested.seen() && ticket.state() == TicketState.RESOLVED) {
        step(ticket, TicketEventType.REOPEN, retested.at());
      }
    }
  }

  @EventListener
  void on(FindingDismissed dismissed) {
    Ticket ticket = rows.openFor(dismissed.finding().id());
    if (ticket != null) {
      desk.tell(
          ticket.id(),
          TicketEvent.of(
              dismissed.at(),
              TicketEventType.CLOSE,
              dismissed.by(),
              "问题被认定为无需处理：" + dismissed.reason()));
    }
  }

  private void retested(Ticket ticket, String text, Instant at) {
    desk.tell(ticket.id(), TicketEvent.of(at, TicketEventType.RETEST, PRODUCT, text));
  }

  private void step(Ticket ticket, TicketEventType type, Instant at) {
    desk.tell(ticket.id(), TicketEvent.of(at, type, PRODUCT, null));
  }

  private static TicketKind kind(Capability capability) {
    return capability == Capability.SITE_AVAILABILITY ? TicketKind.FAULT : TicketKind.RECTIFICATION;
  }
}
