package org.shouyue.server.plan;

import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Versions of emergency plans that were reviewed and wait for the client's signature.
@Component
class PlansAwaiting implements Awaiting {
  private final JdbcClient jdbc;

  PlansAwaiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    return caller.role() == Role.CLIENT_SIGNATORY ? toSign() : List.of();
  }

  private List<Awaited> toSign() {
    return jdbc.sql(
            """
            select v.plan_id, v.client_id, p.title, v.n, coalesce(v.reviewed_at, v.drawn_at) as since
            from emergency_plan_version v join emergency_plan p on p.id = v.plan_id
            where v.state = 'reviewed' order by since limit :most\
            """)
        .param("most", MOST)
        .query((row, _) ->
            new Awaited(
                "sign-plan",
                Sql.uuid(row, "client_id"),
                "%s 第 %d 版".formatted(Sql.text(row, "title"), row.getInt("n")),
                "/plans/" + Sql.uuid(row, "plan_id"),
                Sql.instant(row, "since"),
                null))
        .list();
  }
}
