package org.shouyue.server.bulletin;

import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Bulletins that a client's people did not acknowledge yet.
@Component
class BulletinsAwaiting implements Awaiting {
  private final JdbcClient jdbc;

  BulletinsAwaiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    return caller.role().isClients() ? unacknowledged() : List.of();
  }

  private List<Awaited> unacknowledged() {
    return jdbc.sql(
            """
            select s.*, v.content ->> 'title' as title from (
              select distinct on (bulletin_id, client_id) * from bulletin_sending
              order by bulletin_id, client_id, version desc) s
            join bulletin_version v on v.bulletin_id = s.bulletin_id and v.version = s.version
            where s.acknowledged_at is null and s.withdrawn_at is null
            order by s.due_at limit :most\
            """)
        .param("most", MOST)
        .query((row, _) ->
            new Awaited(
                "acknowledge-bulletin",
                Sql.uuid(row, "client_id"),
                Sql.text(row, "title"),
                "/bulletins/" + Sql.uuid(row, "bulletin_id"),
                Sql.instant(row, "sent_at"),
                Sql.instant(row, "due_at")))
        .list();
  }
}
