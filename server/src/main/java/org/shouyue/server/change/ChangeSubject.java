package org.shouyue.server.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.ticket.TicketSubject;
import org.springframework.stereotype.Component;

/// Leads from a ticket to its change.
@Component
class ChangeSubject implements TicketSubject {
  private final ChangeRows rows;

  ChangeSubject(ChangeRows rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable Subject of(UUID ticket) {
    return rows.find(ticket) == null ? null : new Subject("change", "", "/changes/" + ticket);
  }
}
