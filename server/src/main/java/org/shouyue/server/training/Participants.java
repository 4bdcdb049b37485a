package org.shouyue.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is invited and who came. Callers bring the transaction.
@Repository
class Participants {
  private static final String SELECT =
      """
      select p.*,
        (select max(mark) from training_attempt a where a.participant_id = p.id) as mark,
        exists (select from training_attempt a where a.participant_id = p.id and a.passed) as passed
      from training_participant p\
      """;

  private final JdbcClient jdbc;

  Participants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose seat an address belongs to.
  record Seat(UUID clientId, UUID participantId) {}

  List<Participant> of(UUID session) {
    return jdbc.sql(SELECT + " where p.session_id = :session order by p.unit, p.name, p.id")
        .param("session", session)
        .query(Participants::participant)
        .list();
  }

  Optional<Participant> find(UUID id) {
    return jdbc.sql(SELECT + " where p.id = :id")
        .param("id", id)
        .query(Participants::participant)
        .optional();
  }

  /// Invites somebody; who is on the list already stays as they are.
  void invite(Session session, String name, String unit) {
    add(session, name, unit, true);
  }

  /// The participant of this name and unit, added when they come uninvited.
  UUID comes(Session session, String name, String unit) {
    add(session, name, unit, false);
    return jdbc.sql(
            """
            select id from training_participant
            where session_id = :session and name = :name and unit = :unit for update\
            """)
        .param("session", session.id())
        .param("name", name)
        .param("unit", unit)
        .query(UUID.class)
        .single();
  }

  private void add(Session session, String name, String unit, boolean invited) {
    jdbc.sql(
            """
            insert into training_participant (id, client_id, session_id, name, unit, invited)
            values (:id, :client, :session, :name, :unit, :invited)
            on conflict (session_id, name, unit) do nothing\
            """)
        .param("id", UUID.randomUUID())
        .param("client", session.clientId())
        .param("session", session.id())
        .param("name", name)
        .param("unit", unit)
        .param("invited", invited)
        .update();
  }

  /// Notes that somebody is there; the first time counts.
  ///
  /// @return false when they were there already
  boolean signIn(UUID id, Instant at, String by) {
    return jdbc.sql(
                """
                update training_participant set signed_in_at = :at, signed_in_by = :by
                where id = :id and signed_in_at is null\
                """)
            .param("id", id)
            .param("at", Sql.at(at))
            .param("by", by)
            .update()
        == 1;
  }

  void seat(UUID id, byte[] digest) {
    jdbc.sql("update training_participant set token_digest = :digest where id = :id")
        .param("id", id)
        .param("digest", digest)
        .update();
  }

  /// Whose address it is, whatever the scope.
  Optional<Seat> seat(byte[] digest) {
    return jdbc.sql("select * from training_seat(:digest)")
        .param("digest", digest)
        .query((row, _) -> new Seat(Sql.uuid(row, "client_id"), Sql.uuid(row, "participant_id")))
        .optional();
  }

  void evaluate(UUID id, int content, int trainer, @Nullable String remarks) {
    jdbc.sql(
            """
            update training_participant set content_mark = :content, trainer_mark = :trainer,
              remarks = :remarks where id = :id\
            """)
        .param("id", id)
        .param("content", content)
        .param("trainer", trainer)
        .param("remarks", remarks)
        .update();
  }

  void certify(UUID id, String number) {
    jdbc.sql(
            """
            update training_participant set certificate = :number
            where id = :id and certificate is null\
            """)
        .param("id", id)
        .param("number", number)
        .update();
  }

  /// Takes a certificate back; false when there is none that stands.
  boolean revoke(UUID id, Instant now) {
    return jdbc.sql(
                """
                update training_participant set certificate_revoked_at = :now
                where id = :id and certificate is not null and certificate_revoked_at is null\
                """)
            .param("id", id)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /// The drawn certificate; empty when nobody asked for it yet.
  Optional<UUID> paper(UUID id) {
    return jdbc.sql(
            """
            select certificate_paper from training_participant
            where id = :id and certificate_paper is not null\
            """)
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  void paper(UUID id, UUID paper) {
    jdbc.sql("update training_participant set certificate_paper = :paper where id = :id")
        .param("id", id)
        .param("paper", paper)
        .update();
  }

  /// Whether a certificate of this number stands, whatever the scope.
  boolean valid(String number) {
    return jdbc.sql("select training_certificate_valid(:number)")
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  private static Participant participant(ResultSet row, int number) throws SQLException {
    return new Participant(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "session_id"),
        Sql.text(row, "name"),
        Sql.text(row, "unit"),
        row.getBoolean("invited"),
        Sql.instantOrNull(row, "signed_in_at"),
        row.getString("signed_in_by"),
        integer(row, "mark"),
        row.getBoolean("passed"),
        integer(row, "content_mark"),
        integer(row, "trainer_mark"),
        row.getString("remarks"),
        row.getString("certificate"),
        Sql.instantOrNull(row, "certificate_revoked_at"));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
