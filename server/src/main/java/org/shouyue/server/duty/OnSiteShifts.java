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

/// The shifts of special periods and what was written down in them. Callers bring the transaction.
@Repository
class OnSiteShifts {
  private final JdbcClient jdbc;

  OnSiteShifts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One line of the log.
  ///
  /// @param found what was seen; null for nothing out of the ordinary
  record Entry(
      UUID id,
      UUID shiftId,
      Instant at,
      String by,
      String checked,
      @Nullable String found,
      @Nullable UUID ticketId) {}

  Optional<OnSiteShift> lock(UUID id) {
    return jdbc.sql("select * from on_site_shift where id = :id for update")
        .param("id", id)
        .query(OnSiteShifts::shift)
        .optional();
  }

  List<OnSiteShift> of(UUID period) {
    return jdbc.sql("select * from on_site_shift where period_id = :period order by from_at")
        .param("period", period)
        .query(OnSiteShifts::shift)
        .list();
  }

  /// The shifts of a person that end after an instant, in order.
  List<OnSiteShift> ofPerson(UUID person, Instant after) {
    return jdbc.sql(
            """
            select s.* from on_site_shift s join special_period p on p.id = s.period_id
            where s.person_id = :person and p.state = 'planned'
              and (s.to_at > :after or (s.checked_in_at is not null and s.checked_out_at is null))
            order by s.from_at\
            """)
        .param("person", person)
        .param("after", Sql.at(after))
        .query(OnSiteShifts::shift)
        .list();
  }

  /// The shift before this one in its period; empty for the first.
  Optional<OnSiteShift> before(OnSiteShift shift) {
    return jdbc.sql(
            """
            select * from on_site_shift where period_id = :period and from_at < :from
            order by from_at desc limit 1 for update\
            """)
        .param("period", shift.periodId())
        .param("from", Sql.at(shift.from()))
        .query(OnSiteShifts::shift)
        .optional();
  }

  void add(SpecialPeriod period, OnSiteShift.Slice slice, @Nullable UUID person) {
    jdbc.sql(
            """
            insert into on_site_shift (id, client_id, period_id, from_at, to_at, person_id)
            values (:id, :client, :period, :from, :to, :person)\
            """)
        .param("id", UUID.randomUUID())
        .param("client", period.clientId())
        .param("period", period.id())
        .param("from", Sql.at(slice.from()))
        .param("to", Sql.at(slice.to()))
        .param("person", person, Types.OTHER)
        .update();
  }

  /// Takes away the shifts of a period in which nobody was yet.
  void clear(UUID period) {
    jdbc.sql("delete from on_site_shift where period_id = :period and checked_in_at is null")
        .param("period", period)
        .update();
  }

  void assign(UUID shift, @Nullable UUID person) {
    jdbc.sql("update on_site_shift set person_id = :person where id = :id")
        .param("id", shift)
        .param("person", person, Types.OTHER)
        .update();
  }

  void checkIn(UUID shift, Instant at, @Nullable String place) {
    jdbc.sql(
            "update on_site_shift set checked_in_at = :at, checked_in_place = :place where id = :id")
        .param("id", shift)
        .param("at", Sql.at(at))
        .param("place", place)
        .update();
  }

  void checkOut(UUID shift, Instant at, String handOver) {
    jdbc.sql("update on_site_shift set checked_out_at = :at, hand_over = :note where id = :id")
        .param("id", shift)
        .param("at", Sql.at(at))
        .param("note", handOver)
        .update();
  }

  void takeOver(UUID shift, Instant at, UUID by) {
    jdbc.sql("update on_site_shift set taken_over_at = :at, taken_over_by = :by where id = :id")
        .param("id", shift)
        .param("at", Sql.at(at))
        .param("by", by)
        .update();
  }

  void write(OnSiteShift shift, UUID client, Entry entry) {
    jdbc.sql(
            """
            insert into duty_entry (id, client_id, period_id, shift_id, at, by_name, checked, found,
              ticket_id)
            values (:id, :client, :period, :shift, :at, :by, :checked, :found, :ticket)\
            """)
        .param("id", entry.id())
        .param("client", client)
        .param("period", shift.periodId())
        .param("shift", shift.id())
        .param("at", Sql.at(entry.at()))
        .param("by", entry.by())
        .param("checked", entry.checked())
        .param("found", entry.found())
        .param("ticket", entry.ticketId(), Types.OTHER)
        .update();
  }

  List<Entry> entries(UUID period) {
    return jdbc.sql("select * from duty_entry where period_id = :period order by at, id")
        .param("period", period)
        .query((row, _) ->
            new Entry(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "shift_id"),
                Sql.instant(row, "at"),
                Sql.text(row, "by_name"),
                Sql.text(row, "checked"),
                row.getString("found"),
                Sql.uuidOrNull(row, "ticket_id")))
        .list();
  }

  private static OnSiteShift shift(ResultSet row, int number) throws SQLException {
    return new OnSiteShift(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "period_id"),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "to_at"),
        Sql.uuidOrNull(row, "person_id"),
        Sql.instantOrNull(row, "checked_in_at"),
        row.getString("checked_in_place"),
        Sql.instantOrNull(row, "checked_out_at"),
        row.getString("hand_over"),
        Sql.instantOrNull(row, "taken_over_at"),
        Sql.uuidOrNull(row, "taken_over_by"));
  }
}
