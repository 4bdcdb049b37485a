package org.shouyue.server.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.escalation.Escalation.State;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.work.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Escalations and what was done in them.
@Repository
class EscalationRows {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EscalationRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Adds one; false when the client has one with this key.
  boolean add(Escalation one) {
    return jdbc.sql(
                """
                insert into escalation (id, client_id, key, severity, about, title, template, words,
                  steps, repeat_minutes, state, step, repeats, started_at, next_at)
                values (:id, :client, :key, :severity, :about, :title, :template, :words::jsonb,
                  :steps::jsonb, :repeat, 'running', :step, 0, :started, :next)
                on conflict (client_id, key) do nothing
                """)
            .param("id", one.id())
            .param("client", one.clientId())
            .param("key", one.key())
            .param("severity", one.severity().code())
            .param("about", one.about())
            .param("title", one.title())
            .param("template", one.template())
            .param("words", json.writeValueAsString(one.words()))
            .param("steps", json.writeValueAsString(one.steps()))
            .param("repeat", one.repeatMinutes())
            .param("step", one.step())
            .param("started", Sql.at(one.startedAt()))
            .param("next", one.nextAt() == null ? null : Sql.at(one.nextAt()))
            .update()
        == 1;
  }

  /// One that is due and that no other node has in hand, locked; empty when there is none.
  Optional<Escalation> due(Instant now) {
    return jdbc.sql(
            """
            select * from escalation where state = 'running' and next_at <= :now
            order by next_at limit 1 for update skip locked
            """)
        .param("now", Sql.at(now))
        .query(this::row)
        .optional();
  }

  @Nullable Instant next(Instant now) {
    return jdbc.sql(
            """
            select min(next_at) as next from escalation
            where state = 'running' and next_at > :now
            """)
        .param("now", Sql.at(now))
        .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "next")))
        .single()
        .orElse(null);
  }

  boolean running(String about) {
    return jdbc.sql(
            "select exists (select from escalation where about = :about and state = 'running')")
        .param("about", about)
        .query(Boolean.class)
        .single();
  }

  void stepped(UUID id, int step, int repeats, Instant next) {
    jdbc.sql(
            "update escalation set step = :step, repeats = :repeats, next_at = :next where id = :id")
        .param("step", step)
        .param("repeats", repeats)
        .param("next", Sql.at(next))
        .param("id", id)
        .update();
  }

  /// Ends those that run: the one with this id, or all about this thing.
  List<Escalation> end(
      @Nullable UUID id, @Nullable String about, State state, String by, String how, Instant at) {
    return jdbc.sql(
            """
            update escalation set state = :state, ended_at = :at, ended_by = :by, how = :how,
              next_at = null
            where state = 'running' and (id = :id::uuid or about = :about::text) returning *
            """)
        .param("state", state.code())
        .param("at", Sql.at(at))
        .param("by", by)
        .param("how", how)
        .param("id", id)
        .param("about", about)
        .query(this::row)
        .list();
  }

  void note(Escalation one, Instant at, String what, String text) {
    jdbc.sql(
            """
            insert into escalation_event (escalation_id, n, client_id, at, what, text)
            select :id, count(*), :client, :at, :what, :text
            from escalation_event where escalation_id = :id
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("at", Sql.at(at))
        .param("what", what)
        .param("text", text)
        .update();
  }

  /// One entry of an escalation's log.
  ///
  /// @param what `told`, `acknowledged` or `ended`
  record Noted(Instant at, String what, String text) {}

  List<Noted> log(UUID id) {
    return jdbc.sql("select * from escalation_event where escalation_id = :id order by n")
        .param("id", id)
        .query((row, _) ->
            new Noted(Sql.instant(row, "at"), Sql.text(row, "what"), Sql.text(row, "text")))
        .list();
  }

  Optional<Escalation> find(UUID id) {
    return jdbc.sql("select * from escalation where id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  Escalation row(ResultSet row, int number) throws SQLException {
    return new Escalation(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "key"),
        Severity.of(Sql.text(row, "severity")),
        Sql.text(row, "about"),
        Sql.text(row, "title"),
        Sql.text(row, "template"),
        json.readValue(Sql.text(row, "words"), WORDS),
        json.readValue(Sql.text(row, "steps"), Chains.STEPS),
        row.getInt("repeat_minutes"),
        State.valueOf(Sql.text(row, "state").toUpperCase(Locale.ROOT)),
        row.getInt("step"),
        row.getInt("repeats"),
        Sql.instant(row, "started_at"),
        Sql.instantOrNull(row, "next_at"),
        Sql.instantOrNull(row, "ended_at"),
        row.getString("ended_by"),
        row.getString("how"));
  }
}
