package org.shouyue.server.acceptance;

import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rounds of acceptance that wait for the signatory's judgement, by the day that the contract sets.
@Component
class RoundsAwaiting implements Awaiting {
  private final JdbcClient jdbc;

  RoundsAwaiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    return caller.role() == Role.CLIENT_SIGNATORY ? toJudge() : List.of();
  }

  private List<Awaited> toJudge() {
    return jdbc.sql(
            """
            select r.id, r.client_id, r.applied_at, coalesce(c.title, '') as title, r.round,
              (r.judge_by + 1)::timestamp at time zone coalesce(l.zone, 'Asia/Shanghai') as by
            from acceptance_round r join contract c on c.id = r.contract_id
            join client l on l.id = r.client_id
            where r.state = 'applied' order by r.judge_by nulls last, r.applied_at limit :most\
            """)
        .param("most", MOST)
        .query((row, _) ->
            new Awaited(
                "sign-acceptance",
                Sql.uuid(row, "client_id"),
                "%s：第 %d 轮验收".formatted(Sql.text(row, "title"), row.getInt("round")),
                "/acceptance-rounds/" + Sql.uuid(row, "id"),
                Sql.instant(row, "applied_at"),
                Sql.instantOrNull(row, "by")))
        .list();
  }
}
