package org.shouyue.server.secrecy;

import java.util.Map;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rules of the clients in scope.
@Repository
class SecrecyRules {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  SecrecyRules(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// The client's rule; one that demands nothing where none was set.
  SecrecyRule of(UUID client) {
    return jdbc.sql("select * from secrecy_rule where client_id = :client")
        .param("client", client)
        .query((row, _) ->
            new SecrecyRule(
                Sql.uuid(row, "client_id"),
                row.getBoolean("undertakings"),
                row.getBoolean("named_only"),
                Sql.text(row, "reason"),
                Sql.instant(row, "set_at"),
                Sql.text(row, "set_by")))
        .optional()
        .orElseGet(() -> SecrecyRule.none(client));
  }

  /// Sets a client's rule.
  @Transactional
  void set(SecrecyRule rule) {
    if (rule.setAt() == null) {
      throw new IllegalArgumentException("nobody set " + rule);
    }
    jdbc.sql(
            """
            insert into secrecy_rule
              (client_id, undertakings, named_only, reason, set_at, set_by)
            values (:client, :undertakings, :named, :reason, :at, :by)
            on conflict (client_id) do update set undertakings = excluded.undertakings,
              named_only = excluded.named_only, reason = excluded.reason, set_at = excluded.set_at, set_by = excluded.set_by\
            """)
        .param("client", rule.clientId())
        .param("undertakings", rule.undertakings())
        .param("named", rule.namedOnly())
        .param("reason", rule.reason())
        .param("at", Sql.at(rule.setAt()))
        .param("by", rule.setBy())
        .update();
    events.publishEvent(
        new Changed(
            rule.clientId(),
            "secrecy.rule-set",
            "client/" + rule.clientId(),
            Map.of(
                "undertakings", rule.undertakings(),
                "namedOnly", rule.namedOnly(),
                "reason", rule.reason())));
  }
}
