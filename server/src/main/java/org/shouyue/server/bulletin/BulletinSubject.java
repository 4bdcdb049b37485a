package org.shouyue.server.bulletin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.ticket.TicketSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Leads from the ticket of an affected asset to the bulletin that says so.
@Component
class BulletinSubject implements TicketSubject {
  private final JdbcClient jdbc;

  BulletinSubject(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public @Nullable Subject of(UUID ticket) {
    return jdbc.sql(
            """
            select b.id, b.number from bulletin_match m join bulletin b on b.id = m.bulletin_id
            where m.ticket_id = :ticket\
            """)
        .param("ticket", ticket)
        .query((row, _) ->
            new Subject("bulletin", Sql.text(row, "number"), "/bulletins/" + Sql.uuid(row, "id")))
        .optional()
        .orElse(null);
  }
}
