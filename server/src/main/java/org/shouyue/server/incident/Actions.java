package org.shouyue.server.incident;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is to be done to contain, remove and recover. Callers bring the transaction.
@Repository
class Actions {
  private final JdbcClient jdbc;

  Actions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param who whose task it is
  /// @param assetId the asset that it touches; null when it touches none
  /// @param permitId the permit under which it touches it
  /// @param state `open`, `done` or `dropped`
  /// @param result what came of it, or why it was dropped
  record Action(
      UUID id,
      Phase stage,
      String what,
      String who,
      @Nullable Instant dueAt,
      @Nullable UUID assetId,
      @Nullable UUID permitId,
      String state,
      @Nullable String result,
      Instant createdAt,
      String createdBy,
      @Nullable Instant endedAt,
      @Nullable String endedBy) {}

  void add(Incident incident, Action action) {
    jdbc.sql(
            """
            insert into incident_action (id, incident_id, client_id, stage, what, who, due_at,
              asset_id, permit_id, state, created_at, created_by)
            values (:id, :incident, :client, :stage, :what, :who, :due, :asset, :permit, 'open',
              :at, :by)\
            """)
        .param("id", action.id())
        .param("incident", incident.id())
        .param("client", incident.clientId())
        .param("stage", action.stage().code())
        .param("what", action.what())
        .param("who", action.who())
        .param("due", action.dueAt() == null ? null : at(action.dueAt()))
        .param("asset", action.assetId())
        .param("permit", action.permitId())
        .param("at", at(action.createdAt()))
        .param("by", action.createdBy())
        .update();
  }

  /// @throws Problem 404 when the incident has no such action
  Action require(UUID incident, UUID id) {
    return of(incident).stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("action", id));
  }

  /// Ends one.
  ///
  /// @throws Problem 409 when it is over already
  void end(Action action, String state, String result, String by, Instant now) {
    int ended =
        jdbc.sql(
                """
                update incident_action set state = :state, result = :result, ended_by = :by,
                  ended_at = :now
                where id = :id and state = 'open'\
                """)
            .param("id", action.id())
            .param("state", state)
            .param("result", result)
            .param("by", by)
            .param("now", at(now))
            .update();
    if (ended == 0) {
      throw Problem.conflict("action-over", "这项处置已经结束");
    }
  }

  List<Action> of(UUID incident) {
    return jdbc.sql(
            "select * from incident_action where incident_id = :incident order by created_at, id")
        .param("incident", incident)
        .query(Actions::row)
        .list();
  }

  private static Action row(ResultSet row, int number) throws SQLException {
    return new Action(
        Sql.uuid(row, "id"),
        Phase.of(Sql.text(row, "stage")),
        Sql.text(row, "what"),
        Sql.text(row, "who"),
        Sql.instantOrNull(row, "due_at"),
        Sql.uuidOrNull(row, "asset_id"),
        Sql.uuidOrNull(row, "permit_id"),
        Sql.text(row, "state"),
        row.getString("result"),
        Sql.instant(row, "created_at"),
        Sql.text(row, "created_by"),
        Sql.instantOrNull(row, "ended_at"),
        row.getString("ended_by"));
  }
}
