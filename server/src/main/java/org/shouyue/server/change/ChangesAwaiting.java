package org.shouyue.server.change;

import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes that wait for the signatory: plans to sign by the opening of their window, emergencies
/// to confirm within their day.
@Component
class ChangesAwaiting implements Awaiting {
  private final JdbcClient jdbc;

  ChangesAwaiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    return caller.role() == Role.CLIENT_SIGNATORY ? toSign() : List.of();
  }

  private List<Awaited> toSign() {
    return jdbc.sql(
            """
            select c.ticket_id, c.client_id, t.title, p.written_at,
              coalesce(c.confirm_by, c.window_from) as by
            from change c join ticket t on t.id = c.ticket_id
            join change_plan p on p.ticket_id = c.ticket_id and p.version = c.version
            where c.state = 'proposed' or (c.emergency is not null and c.confirmed_at is null)
            order by by limit :most\
            """)
        .param("most", MOST)
        .query((row, _) ->
            new Awaited(
                "sign-change",
                Sql.uuid(row, "client_id"),
                Sql.text(row, "title"),
                "/changes/" + Sql.uuid(row, "ticket_id"),
                Sql.instant(row, "written_at"),
                Sql.instantOrNull(row, "by")))
        .list();
  }
}
