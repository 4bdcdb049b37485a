package org.shouyue.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The training sessions of the clients in scope. Callers bring the transaction.
@Repository
class TrainingSessions {
  private static final String COLUMNS =
      """
      s.*, t.name as course, t.topic,
      (select count(*) from training_participant p where p.session_id = s.id and p.invited) as invited,
      (select count(*) from training_participant p
        where p.session_id = s.id and p.signed_in_at is not null) as attended\
      """;
  private static final String TABLES =
      "training_session s join training_course t on t.id = s.course_id";

  private final JdbcClient jdbc;

  TrainingSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose session a sign-in address belongs to.
  record Door(UUID clientId, UUID sessionId) {}

  Optional<Session> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from " + TABLES + " where s.id = :id")
        .param("id", id)
        .query(TrainingSessions::session)
        .optional();
  }

  Page<Session> page(
      @Nullable UUID client, @Nullable UUID contract, @Nullable String state, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "s.starts_at desc, s.id")
        .where("s.client_id = :client", "client", client)
        .where("s.contract_id = :contract", "contract", contract)
        .where("s.state = :state", "state", state)
        .search("t.name", "s.place", "s.trainer")
        .sort("course", "t.name")
        .sort("startsAt", "s.starts_at")
        .page(request, TrainingSessions::session);
  }

  void add(Session one, Instant now, String by) {
    jdbc.sql(
            """
            insert into training_session (id, client_id, contract_id, service_id, course_id,
              starts_at, ends_at, place, trainer, state, created_at, created_by)
            values (:id, :client, :contract, :service, :course, :from, :to, :place, :trainer,
              'planned', :now, :by)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("contract", one.contractId())
        .param("service", one.serviceId())
        .param("course", one.courseId())
        .param("from", Sql.at(one.startsAt()))
        .param("to", Sql.at(one.endsAt()))
        .param("place", one.place())
        .param("trainer", one.trainer())
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  /// Locks a planned session until the transaction ends; false when it is none.
  boolean lockPlanned(UUID id) {
    return !jdbc.sql(
            "select 1 from training_session where id = :id and state = 'planned' for update")
        .param("id", id)
        .query()
        .listOfRows()
        .isEmpty();
  }

  void settle(UUID id, Session.State state, @Nullable UUID paper, @Nullable UUID obligation) {
    jdbc.sql(
            """
            update training_session set state = :state, paper_id = :paper,
              obligation_id = :obligation where id = :id and state = 'planned'\
            """)
        .param("id", id)
        .param("state", state.code())
        .param("paper", paper, Types.OTHER)
        .param("obligation", obligation, Types.OTHER)
        .update();
  }

  /// Gives a session another sign-in address; the one before opens nothing from now on.
  void door(UUID id, byte[] digest) {
    jdbc.sql("update training_session set door_digest = :digest where id = :id")
        .param("id", id)
        .param("digest", digest)
        .update();
  }

  /// Whose address it is, whatever the scope.
  Optional<Door> door(byte[] digest) {
    return jdbc.sql("select * from training_door(:digest)")
        .param("digest", digest)
        .query((row, _) -> new Door(Sql.uuid(row, "client_id"), Sql.uuid(row, "session_id")))
        .optional();
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getString("service_id"),
        Sql.uuid(row, "course_id"),
        Sql.text(row, "course"),
        Course.Topic.of(Sql.text(row, "topic")),
        Sql.instant(row, "starts_at"),
        Sql.instant(row, "ends_at"),
        Sql.text(row, "place"),
        Sql.text(row, "trainer"),
        Session.State.valueOf(Sql.text(row, "state").toUpperCase(Locale.ROOT)),
        row.getInt("invited"),
        row.getInt("attended"),
        Sql.uuidOrNull(row, "paper_id"),
        Sql.uuidOrNull(row, "obligation_id"));
  }
}
