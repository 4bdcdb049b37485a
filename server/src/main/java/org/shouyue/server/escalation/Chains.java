package org.shouyue.server.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The chains of each client.
@Repository
class Chains {
  static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  Chains(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
  }

  List<Chain> all(UUID client) {
    return Arrays.stream(Severity.values()).map(severity -> of(client, severity)).toList();
  }

  Chain of(UUID client, Severity severity) {
    return jdbc.sql(
            "select * from escalation_chain where client_id = :client and severity = :severity")
        .param("client", client)
        .param("severity", severity.code())
        .query((row, _) ->
            new Chain(
                severity,
                json.readValue(Sql.text(row, "steps"), STEPS),
                row.getInt("repeat_minutes"),
                row.getInt("repeat_limit"),
                true))
        .optional()
        .orElseGet(() -> Chain.usual(severity));
  }

  @Transactional
  void put(UUID client, Chain chain, String by) {
    jdbc.sql(
            """
            insert into escalation_chain (client_id, severity, steps, repeat_minutes, repeat_limit,
              changed_by)
            values (:client, :severity, :steps::jsonb, :repeat, :limit, :by)
            on conflict (client_id, severity) do update set steps = excluded.steps,
              repeat_minutes = excluded.repeat_minutes, repeat_limit = excluded.repeat_limit,
              changed_by = excluded.changed_by
            """)
        .param("client", client)
        .param("severity", chain.severity().code())
        .param("steps", json.writeValueAsString(chain.steps()))
        .param("repeat", chain.repeatMinutes())
        .param("limit", chain.repeatLimit())
        .param("by", by)
        .update();
    events.publishEvent(
        new Changed(
            client,
            "escalation-chain.set",
            "escalation-chain/" + client,
            Map.of("severity", chain.severity().code(), "steps", chain.steps().size())));
  }

  /// Goes back to the usual chain.
  @Transactional
  void reset(UUID client, Severity severity) {
    int removed =
        jdbc.sql("delete from escalation_chain where client_id = :client and severity = :severity")
            .param("client", client)
            .param("severity", severity.code())
            .update();
    if (removed > 0) {
      events.publishEvent(
          new Changed(
              client,
              "escalation-chain.reset",
              "escalation-chain/" + client,
              Map.of("severity", severity.code())));
    }
  }
}
