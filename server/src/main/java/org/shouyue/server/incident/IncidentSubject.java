package org.shouyue.server.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.ticket.TicketSubject;
import org.springframework.stereotype.Component;

/// Leads from a ticket to the incident room whose clocks run on it.
@Component
class IncidentSubject implements TicketSubject {
  private final Incidents incidents;

  IncidentSubject(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public @Nullable Subject of(UUID ticket) {
    Incident incident = incidents.ofTicket(ticket);
    return incident == null
        ? null
        : new Subject("incident", incident.number(), "/incidents/" + incident.id());
  }
}
