package org.shouyue.server.external;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.ticket.TicketSubject;
import org.springframework.stereotype.Component;

/// Leads from a ticket to its notice.
@Component
class NoticeSubject implements TicketSubject {
  private final NoticeRows rows;

  NoticeSubject(NoticeRows rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable Subject of(UUID ticket) {
    return rows.find(ticket) == null ? null : new Subject("external", "", "/external/" + ticket);
  }
}
