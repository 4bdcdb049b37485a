package org.shouyue.server.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int AT_ONCE = 100;
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EscalationRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Adds these.
  ///
  /// @return the identifiers of those whose client had none with their key
  Set<UUID> addAll(List<Escalation> many) {
    if (many.isEmpty()) {
      return Set.of();
    }
    List<Map<String, @Nullable Object>> written =
        many.stream().map(EscalationRows::columns).toList();
    return Set.copyOf(
        jdbc.sql(
                """
                insert into escalation (id, client_id, key, severity, about, title, template, words,
                  steps, repeat_minutes, repeat_limit, state, step, repeats, started_at, next_at)
                select id, client_id, key, severity, about, title, template, words,
                  steps, repeat_minutes, repeat_limit, 'running', step, 0, started_at, next_at
                from json_populate_recordset(null::escalation, :rows::json)
                on conflict (client_id, key) do nothing returning id
                """)
            .param("rows", json.writeValueAsString(written))
            .query((row, _) -> Sql.uuid(row, "id"))
            .list());
  }

  private static Map<String, @Nullable Object> columns(Escalation one) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("id", one.id());
    columns.put("client_id", one.clientId());
    columns.put("key", one.key());
    columns.put("severity", one.severity().code());
    columns.put("about", one.about());
    columns.put("title", one.title());
    columns.put("template", one.template());
    columns.put("words", one.words());
    columns.put("steps", one.steps());
    columns.put("repeat_minutes", one.repeatMinutes());
    columns.put("repeat_limit", one.repeatLimit());
    columns.put("step", one.step());
    columns.put("started_at", one.startedAt().toString());
    columns.put("next_at", one.nextAt() == null ? null : one.nextAt().toString());
    return columns;
  }

  /// Some of those that are due, the longest due first; those that another node has in hand are
  /// left out.
  List<UUID> due(Instant now) {
    return jdbc.sql(
            """
            select id from escalation where state = 'running' and next_at <= :now
            order by next_at limit :most for update skip locked
            """)
        .param("now", Sql.at(now))
        .param("most", AT_ONCE)
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }

  /// This one, locked, if it is still due and no other node has it in hand.
  Optional<Escalation> take(UUID id, Instant now) {
    return jdbc.sql(
            """
            select * from escalation where id = :id and state = 'running' and next_at <= :now
            for update skip locked
            """)
        .param("id", id)
        .param("now", Sql.at(now))
        .query(this::row)
        .optional();
  }

  void putOff(UUID id, Instant until) {
    jdbc.sql("update escalation set next_at = :until where id = :id and state = 'running'")
        .param("id", id)
        .param("until", Sql.at(until))
        .update();
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

  /// About which of these things one runs.
  Set<String> running(Collection<String> abouts) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct about from escalation
                where about = any(:abouts) and state = 'running'
                """)
            .param("abouts", abouts.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /// A step that was taken.
  ///
  /// @param text who was told by which means
  /// @param step the next one's place
  /// @param repeats how often the last one was taken by now
  /// @param next when the next one is due
  record Taken(Escalation of, String text, int step, int repeats, Instant next) {}

  /// Writes down steps that were taken.
  void wrote(List<Taken> taken, Instant at) {
    if (taken.isEmpty()) {
      return;
    }
    UUID[] ids = taken.stream().map(one -> one.of().id()).toArray(UUID[]::new);
    jdbc.sql(
            """
            insert into escalation_event (escalation_id, n, client_id, at, what, text)
            select t.id, (select count(*) from escalation_event e where e.escalation_id = t.id),
              t.client, :at, 'told', t.text
            from unnest(:ids::uuid[], :clients::uuid[], :texts::text[]) as t (id, client, text)
            """)
        .param("ids", ids)
        .param("clients", taken.stream().map(one -> one.of().clientId()).toArray(UUID[]::new))
        .param("texts", taken.stream().map(Taken::text).toArray(String[]::new))
        .param("at", Sql.at(at))
        .update();
    jdbc.sql(
            """
            update escalation e
            set step = t.step, repeats = t.repeats, next_at = t.next::timestamptz
            from unnest(:ids::uuid[], :steps::int[], :repeats::int[], :nexts::text[])
              as t (id, step, repeats, next)
            where e.id = t.id
            """)
        .param("ids", ids)
        .param("steps", taken.stream().map(Taken::step).toArray(Integer[]::new))
        .param("repeats", taken.stream().map(Taken::repeats).toArray(Integer[]::new))
        .param("nexts", taken.stream().map(one -> one.next().toString()).toArray(String[]::new))
        .update();
  }

  /// Ends those that run: the one with this id, or all about this thing.
  List<Escalation> end(
      @Nullable UUID id, @Nullable String about, State state, String by, String how, Instant at) {
    return jdbc.sql(
            """
            update escalation set state = :state, ended_at = :at, ended_by = :by, how = :how,
              next_at = null
            where (state = 'running' or (state = 'unanswered' and :state = 'acknowledged'))
              and (id = :id::uuid or about = :about::text) returning *
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
        row.getInt("repeat_limit"),
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
