package org.shouyue.server.incident;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was told what, when and by which channel. Callers bring the transaction.
@Repository
class Words {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Words(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param at when it was told
  /// @param channel `phone`, `mail`, `letter`, `meeting`, `platform` or what the notices say
  /// @param source `person` who wrote it down, or `notice` that the product sent
  record Told(Instant at, String receiver, String channel, String text, String by, String source) {}

  void add(Incident incident, Told told) {
    jdbc.sql(
            """
            insert into incident_word (incident_id, client_id, told_at, recorded_at, receiver,
              channel, text, by, source)
            values (:incident, :client, :told, :recorded, :receiver, :channel, :text, :by, :source)
            on conflict do nothing\
            """)
        .param("incident", incident.id())
        .param("client", incident.clientId())
        .param("told", at(told.at()))
        .param("recorded", at(clock.instant()))
        .param("receiver", told.receiver())
        .param("channel", told.channel())
        .param("text", told.text())
        .param("by", told.by())
        .param("source", told.source())
        .update();
  }

  List<Told> of(UUID incident) {
    return jdbc.sql(
            "select * from incident_word where incident_id = :incident order by told_at, id")
        .param("incident", incident)
        .query(Words::row)
        .list();
  }

  private static Told row(ResultSet row, int number) throws SQLException {
    return new Told(
        Sql.instant(row, "told_at"),
        Sql.text(row, "receiver"),
        Sql.text(row, "channel"),
        Sql.text(row, "text"),
        Sql.text(row, "by"),
        Sql.text(row, "source"));
  }
}
