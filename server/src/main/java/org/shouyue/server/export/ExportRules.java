package org.shouyue.server.export;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rules of the clients in scope.
@Repository
class ExportRules {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ExportRules(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// The client's rule; one that demands nothing where none was set.
  ExportRule of(UUID client) {
    return jdbc.sql("select * from export_rule where client_id = :client")
        .param("client", client)
        .query((row, _) ->
            new ExportRule(
                Sql.uuid(row, "client_id"),
                row.getBoolean("approval"),
                Sql.uuidOrNull(row, "approver_id"),
                Sql.text(row, "reason"),
                Sql.instant(row, "set_at"),
                Sql.text(row, "set_by")))
        .optional()
        .orElseGet(() -> ExportRule.none(client));
  }

  /// Which of these clients want to be asked.
  Set<UUID> demanding(Collection<UUID> clients) {
    return clients.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("select client_id from export_rule where approval and client_id = any(:ids)")
                .param("ids", clients.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
  }

  @Transactional
  void set(ExportRule rule) {
    if (rule.setAt() == null) {
      throw new IllegalArgumentException("nobody set " + rule);
    }
    jdbc.sql(
            """
            insert into export_rule (client_id, approval, approver_id, reason, set_at, set_by)
            values (:client, :approval, :approver, :reason, :at, :by)
            on conflict (client_id) do update set approval = excluded.approval,
              approver_id = excluded.approver_id, reason = excluded.reason,
              set_at = excluded.set_at, set_by = excluded.set_by\
            """)
        .param("client", rule.clientId())
        .param("approval", rule.approval())
        .param("approver", rule.approverId())
        .param("reason", rule.reason())
        .param("at", Sql.at(rule.setAt()))
        .param("by", rule.setBy())
        .update();
    events.publishEvent(
        new Changed(
            rule.clientId(),
            "export.rule-set",
            "client/" + rule.clientId(),
            Map.of("approval", rule.approval(), "reason", rule.reason())));
  }
}
