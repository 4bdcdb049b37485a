package org.shouyue.server.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who stands in, and who is away. Callers bring the transaction.
@Repository
class StandIns {
  private final JdbcClient jdbc;

  StandIns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Of a roster, as far as they reach into `[from, to)`, in the order in which they were made.
  List<StandIn> of(UUID roster, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from duty_stand_in
            where roster_id = :roster and revoked_at is null and from_at < :to and to_at > :from
            order by made_at, id\
            """)
        .param("roster", roster)
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .query(StandIns::standIn)
        .list();
  }

  /// The roster that a standing-in belongs to; empty when there is none in scope that still counts.
  Optional<UUID> rosterOf(UUID id) {
    return jdbc.sql("select roster_id from duty_stand_in where id = :id and revoked_at is null")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  void add(UUID roster, StandIn one, Instant now) {
    jdbc.sql(
            """
            insert into duty_stand_in (id, roster_id, person_id, instead, from_at, to_at, reason,
              made_at, made_by, swap_id)
            values (:id, :roster, :person, :instead, :from, :to, :reason, :now, :by, :swap)\
            """)
        .param("id", one.id())
        .param("roster", roster)
        .param("person", one.person())
        .param("instead", one.instead(), Types.OTHER)
        .param("from", Sql.at(one.from()))
        .param("to", Sql.at(one.to()))
        .param("reason", one.reason())
        .param("now", Sql.at(now))
        .param("by", one.madeBy())
        .param("swap", one.swap(), Types.OTHER)
        .update();
  }

  /// Ends one: from now on when it has begun, wholly when it has not.
  void revoke(UUID id, Instant now) {
    jdbc.sql(
            """
            update duty_stand_in set
              revoked_at = case when from_at >= :now then :now::timestamptz end,
              to_at = case when from_at < :now then least(to_at, :now) else to_at end
            where id = :id and revoked_at is null\
            """)
        .param("id", id)
        .param("now", Sql.at(now))
        .update();
  }

  /// Everybody's absences that reach into `[from, to)`; of one person when named.
  List<Absence> absences(@Nullable UUID person, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from duty_absence
            where from_at < :to and to_at > :from and person_id = coalesce(:person, person_id)
            order by from_at, id\
            """)
        .param("person", person, Types.OTHER)
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .query((row, _) ->
            new Absence(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "person_id"),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "to_at"),
                Sql.text(row, "reason")))
        .list();
  }

  Optional<UUID> absent(UUID absence) {
    return jdbc.sql("select person_id from duty_absence where id = :id")
        .param("id", absence)
        .query(UUID.class)
        .optional();
  }

  void add(Absence one, Instant now, String by) {
    jdbc.sql(
            """
            insert into duty_absence (id, person_id, from_at, to_at, reason, made_at, made_by)
            values (:id, :person, :from, :to, :reason, :now, :by)\
            """)
        .param("id", one.id())
        .param("person", one.person())
        .param("from", Sql.at(one.from()))
        .param("to", Sql.at(one.to()))
        .param("reason", one.reason())
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  void removeAbsence(UUID id) {
    jdbc.sql("delete from duty_absence where id = :id").param("id", id).update();
  }

  private static StandIn standIn(ResultSet row, int number) throws SQLException {
    return new StandIn(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "person_id"),
        Sql.uuidOrNull(row, "instead"),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "to_at"),
        Sql.text(row, "reason"),
        Sql.text(row, "made_by"),
        Sql.uuidOrNull(row, "swap_id"));
  }
}
