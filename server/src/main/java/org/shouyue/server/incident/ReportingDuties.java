package org.shouyue.server.incident;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.incident.Operator.Duty;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reports that authorities must get about incidents. Callers bring the transaction.
@Repository
class ReportingDuties {
  private final JdbcClient jdbc;

  ReportingDuties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param receipt what the authority answered, such as a number; null before it was told
  record Owed(
      Duty code,
      String receiver,
      Instant dueAt,
      @Nullable Instant toldAt,
      @Nullable String toldBy,
      @Nullable String receipt) {}

  /// Sets down what is owed now; what was told already stays, what is no longer owed goes.
  void owe(Incident incident, Map<Duty, Instant> duties) {
    jdbc.sql(
            """
            delete from incident_duty where incident_id = :incident and told_at is null
              and code <> 'summary'\
            """)
        .param("incident", incident.id())
        .update();
    duties.forEach((duty, due) -> owe(incident, duty, due));
  }

  void owe(Incident incident, Duty duty, Instant due) {
    jdbc.sql(
            """
            insert into incident_duty (incident_id, code, client_id, due_at)
            values (:incident, :code, :client, :due) on conflict do nothing\
            """)
        .param("incident", incident.id())
        .param("code", duty.code())
        .param("client", incident.clientId())
        .param("due", at(due))
        .update();
  }

  void told(Incident incident, Duty duty, Words.Told told) {
    int done =
        jdbc.sql(
                """
                update incident_duty set told_at = :at, told_by = :by, receipt = :receipt
                where incident_id = :incident and code = :code and told_at is null\
                """)
            .param("incident", incident.id())
            .param("code", duty.code())
            .param("at", at(told.at()))
            .param("by", told.by())
            .param("receipt", told.text())
            .update();
    if (done == 0) {
      throw Problem.conflict("nothing-owed", "没有待报告的事项，或已经报告过");
    }
  }

  List<Owed> of(UUID incident) {
    return jdbc.sql(
            "select * from incident_duty where incident_id = :incident order by due_at, code")
        .param("incident", incident)
        .query(ReportingDuties::row)
        .list();
  }

  /// @param incident whose report it is
  record Late(UUID incident, UUID client, String number, Duty duty, Instant dueAt) {}

  /// The next instant at which a report that was not made is to be warned of; null for none.
  @Nullable Instant nextWarning() {
    return jdbc.sql(
            """
            select min(due_at - interval '15 minutes') as next from incident_duty
            where told_at is null and warned_at is null\
            """)
        .query((row, _) -> Sql.instantOrNull(row, "next"))
        .list()
        .getFirst();
  }

  /// Takes what is due within a quarter of an hour and was not warned of. Rows that another node
  /// holds are left to it.
  List<Late> takeWarnings(Instant now) {
    return jdbc.sql(
            """
            with late as (
              select incident_id, code from incident_duty
              where told_at is null and warned_at is null
                and due_at - interval '15 minutes' <= :now
              for update skip locked)
            update incident_duty d set warned_at = :now from late, incident i
            where d.incident_id = late.incident_id and d.code = late.code and i.id = d.incident_id
            returning d.incident_id, d.client_id, d.code, d.due_at, i.number\
            """)
        .param("now", at(now))
        .query((row, _) ->
            new Late(
                Sql.uuid(row, "incident_id"),
                Sql.uuid(row, "client_id"),
                Sql.text(row, "number"),
                Duty.of(Sql.text(row, "code")),
                Sql.instant(row, "due_at")))
        .list();
  }

  private static Owed row(ResultSet row, int number) throws SQLException {
    Duty duty = Duty.of(Sql.text(row, "code"));
    return new Owed(
        duty,
        duty.chinese(),
        Sql.instant(row, "due_at"),
        Sql.instantOrNull(row, "told_at"),
        row.getString("told_by"),
        row.getString("receipt"));
  }
}
