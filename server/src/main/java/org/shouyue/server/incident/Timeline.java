package org.shouyue.server.incident;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What happened in an incident, entry by entry. An entry has two times: when it happened and when
/// it was written. It is never changed; the database sees to it. Callers bring the transaction.
@Repository
class Timeline {
  static final String PRODUCT = "守约";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Timeline(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param source where it comes from: `room`, `person`, `client`, `ticket`, `finding`, `run`,
  ///   `notice`, `evidence`
  /// @param about the thing that it tells of, as in `ticket/0197…`
  record Entry(
      UUID id,
      Instant happenedAt,
      Instant recordedAt,
      String source,
      String text,
      String author,
      String about,
      @Nullable Instant struckAt,
      @Nullable String struckBy,
      @Nullable String struckReason) {}

  /// What is to be written.
  record Line(Instant happenedAt, String source, String text, String author, String about) {}

  /// Writes what was done in the room just now.
  void tell(Incident incident, String text) {
    String by = Caller.ifPresent().map(Caller::name).orElse(PRODUCT);
    add(incident, new Line(clock.instant(), "room", text, by, incident.about()));
  }

  void add(Incident incident, Line line) {
    jdbc.sql(
            """
            insert into incident_entry (incident_id, client_id, happened_at, recorded_at, source,
              text, author, about)
            values (:incident, :client, :happened, :recorded, :source, :text, :author, :about)\
            """)
        .param("incident", incident.id())
        .param("client", incident.clientId())
        .param("happened", at(line.happenedAt()))
        .param("recorded", at(clock.instant()))
        .param("source", line.source())
        .param("text", line.text())
        .param("author", line.author())
        .param("about", line.about())
        .update();
  }

  /// Strikes an entry out; it stays readable.
  ///
  /// @throws Problem 404 when the incident has no such entry, 409 when it is struck out already
  @Transactional
  void strike(UUID incident, UUID entry, String reason) {
    int struck =
        jdbc.sql(
                """
                update incident_entry set struck_at = :now, struck_by = :by, struck_reason = :reason
                where id = :id and incident_id = :incident and struck_at is null\
                """)
            .param("id", entry)
            .param("incident", incident)
            .param("now", at(clock.instant()))
            .param("by", Caller.current().name())
            .param("reason", reason)
            .update();
    if (struck == 0) {
      throw of(incident).stream().anyMatch(one -> one.id().equals(entry))
          ? Problem.conflict("already-struck", "这条记录已被划去")
          : Problem.notFound("entry", entry);
    }
  }

  /// All entries, struck out or not, in the order in which they happened.
  List<Entry> of(UUID incident) {
    return jdbc.sql(
            """
            select * from incident_entry where incident_id = :incident
            order by happened_at, recorded_at, id\
            """)
        .param("incident", incident)
        .query(Timeline::row)
        .list();
  }

  private static Entry row(ResultSet row, int number) throws SQLException {
    return new Entry(
        Sql.uuid(row, "id"),
        Sql.instant(row, "happened_at"),
        Sql.instant(row, "recorded_at"),
        Sql.text(row, "source"),
        Sql.text(row, "text"),
        Sql.text(row, "author"),
        Sql.text(row, "about"),
        Sql.instantOrNull(row, "struck_at"),
        row.getString("struck_by"),
        row.getString("struck_reason"));
  }
}
