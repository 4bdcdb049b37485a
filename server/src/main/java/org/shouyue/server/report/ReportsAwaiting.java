package org.shouyue.server.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reports that wait: drafts for the manager's approval, sent ones for the client's receipt.
@Component
class ReportsAwaiting implements Awaiting {
  private final JdbcClient jdbc;

  ReportsAwaiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    return switch (caller.role()) {
      case PROVIDER_MANAGER -> in("draft", "approve-report");
      case CLIENT_READER, CLIENT_SIGNATORY -> in("sent", "receive-report");
      case ENGINEER, AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN -> List.of();
    };
  }

  private List<Awaited> in(String state, String kind) {
    return jdbc.sql(
            """
            select id, client_id, title, number, created_at from report
            where state = :state order by created_at limit :most\
            """)
        .param("state", state)
        .param("most", MOST)
        .query((row, _) ->
            new Awaited(
                kind,
                Sql.uuid(row, "client_id"),
                Sql.text(row, "title") + " " + Sql.text(row, "number"),
                "/reports?q=" + URLEncoder.encode(Sql.text(row, "number"), StandardCharsets.UTF_8),
                Sql.instant(row, "created_at"),
                null))
        .list();
  }
}
