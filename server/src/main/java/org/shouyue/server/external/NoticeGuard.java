package org.shouyue.server.external;

import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketGuard;
import org.shouyue.server.ticket.TicketKind;
import org.springframework.stereotype.Component;

/// Keeps a notice's ticket open until it is answered: resolved with the answer, closed with it or
/// after.
@Component
class NoticeGuard implements TicketGuard {
  private final NoticeRows rows;

  NoticeGuard(NoticeRows rows) {
    this.rows = rows;
  }

  @Override
  public void check(Ticket ticket, TicketEventType step) {
    if (ticket.kind() != TicketKind.EXTERNAL) {
      return;
    }
    boolean ends = step == TicketEventType.RESOLVE || step == TicketEventType.CLOSE;
    Notice notice = ends ? rows.find(ticket.id()) : null;
    if (notice == null) {
      return;
    }
    boolean answered =
        notice.state() == NoticeState.ANSWERED || notice.state() == NoticeState.CLOSED;
    if (!answered) {
      throw Problem.conflict("notice-unanswered", "外部通报须整改、复测并答复后才能了结；请先登记答复的发送");
    }
  }
}
