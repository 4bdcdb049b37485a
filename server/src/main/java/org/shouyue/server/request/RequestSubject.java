package org.shouyue.server.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.ticket.TicketSubject;
import org.springframework.stereotype.Component;

/// Leads from a ticket to its request.
@Component
class RequestSubject implements TicketSubject {
  private final RequestRows rows;

  RequestSubject(RequestRows rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable Subject of(UUID ticket) {
    return rows.find(ticket) == null ? null : new Subject("request", "", "/requests/" + ticket);
  }
}
