package org.shouyue.server.incident;

import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketGuard;
import org.springframework.stereotype.Component;

/// Keeps the ticket of an incident open until its room is closed.
@Component
class ClosingGuard implements TicketGuard {
  private final Incidents incidents;

  ClosingGuard(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public void check(Ticket ticket, TicketEventType step) {
    if (step != TicketEventType.CLOSE) {
      return;
    }
    Incident incident = incidents.ofTicket(ticket.id());
    if (incident != null && incident.phase() != Phase.CLOSED) {
      throw Problem.conflict(
          "incident-open", "事件 %s 尚未关闭，请先在事件处置室完成总结并关闭".formatted(incident.number()));
    }
  }
}
