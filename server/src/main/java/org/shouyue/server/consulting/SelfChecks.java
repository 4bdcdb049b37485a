package org.shouyue.server.consulting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.consulting.SelfCheck.Answer;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The self-checks of the clients in scope, their answers and measures. Callers bring the
/// transaction.
@Repository
class SelfChecks {
  private final JdbcClient jdbc;

  SelfChecks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<SelfCheck> find(UUID id) {
    return jdbc.sql("select * from self_check where id = :id")
        .param("id", id)
        .query(SelfChecks::check)
        .optional();
  }

  /// Locks an open one until the transaction ends; false when it is finished.
  boolean lockOpen(UUID id) {
    return !jdbc.sql("select 1 from self_check where id = :id and state = 'open' for update")
        .param("id", id)
        .query()
        .listOfRows()
        .isEmpty();
  }

  Page<SelfCheck> page(@Nullable UUID client, PageRequest request) {
    return new Listing(jdbc, "*", "self_check", "begun_at desc, id")
        .where("client_id = :client", "client", client)
        .search("system")
        .sort("system", "system")
        .sort("begunAt", "begun_at")
        .page(request, SelfChecks::check);
  }

  void add(SelfCheck one) {
    jdbc.sql(
            """
            insert into self_check (id, client_id, contract_id, system, level, state, begun_at,
              begun_by)
            values (:id, :client, :contract, :system, :level, 'open', :now, :by)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("contract", one.contractId())
        .param("system", one.system())
        .param("level", one.level())
        .param("now", Sql.at(one.begunAt()))
        .param("by", one.begunBy())
        .update();
  }

  void finish(UUID id, Instant now, UUID paper, @Nullable UUID obligation) {
    jdbc.sql(
            """
            update self_check set state = 'finished', finished_at = :now, paper_id = :paper,
              obligation_id = :obligation where id = :id\
            """)
        .param("id", id)
        .param("now", Sql.at(now))
        .param("paper", paper)
        .param("obligation", obligation, Types.OTHER)
        .update();
  }

  List<Answer> answers(UUID check) {
    return jdbc.sql("select * from self_check_answer where check_id = :check")
        .param("check", check)
        .query((row, _) ->
            new Answer(
                Sql.text(row, "clause"),
                Verdict.of(Sql.text(row, "verdict")),
                row.getString("note"),
                row.getObject("evidence_seq", Long.class),
                Sql.instant(row, "answered_at"),
                Sql.text(row, "answered_by"),
                Sql.uuidOrNull(row, "ticket_id")))
        .list();
  }

  /// Answers a control, or answers it anew; a file given before stays unless there is another.
  void answer(SelfCheck check, Answer answer) {
    jdbc.sql(
            """
            insert into self_check_answer (check_id, clause, client_id, verdict, note, evidence_seq,
              answered_at, answered_by)
            values (:check, :clause, :client, :verdict, :note, :evidence, :now, :by)
            on conflict (check_id, clause) do update set verdict = excluded.verdict,
              note = excluded.note, answered_at = excluded.answered_at,
              answered_by = excluded.answered_by,
              evidence_seq = coalesce(excluded.evidence_seq, self_check_answer.evidence_seq)\
            """)
        .param("check", check.id())
        .param("clause", answer.clause())
        .param("client", check.clientId())
        .param("verdict", answer.verdict().code())
        .param("note", answer.note())
        .param("evidence", answer.evidenceSeq(), Types.BIGINT)
        .param("now", Sql.at(answer.answeredAt()))
        .param("by", answer.answeredBy())
        .update();
  }

  void ticket(UUID check, String clause, UUID ticket) {
    jdbc.sql(
            """
            update self_check_answer set ticket_id = :ticket
            where check_id = :check and clause = :clause\
            """)
        .param("check", check)
        .param("clause", clause)
        .param("ticket", ticket)
        .update();
  }

  List<Measure> measures(UUID check) {
    return jdbc.sql(
            """
            select * from plan_measure where check_id = :check
            order by array_position(array['near', 'middle', 'long'], horizon), priority, title, id\
            """)
        .param("check", check)
        .query(SelfChecks::measure)
        .list();
  }

  /// The self-check that a measure belongs to; empty when there is none in scope.
  Optional<UUID> checkOf(UUID measure) {
    return jdbc.sql("select check_id from plan_measure where id = :id")
        .param("id", measure)
        .query(UUID.class)
        .optional();
  }

  /// Adds a measure, or changes the one with its id.
  void put(SelfCheck check, Measure one) {
    jdbc.sql(
            """
            insert into plan_measure (id, client_id, check_id, clause, horizon, priority, title, body)
            values (:id, :client, :check, :clause, :horizon, :priority, :title, :body)
            on conflict (id) do update set horizon = excluded.horizon,
              priority = excluded.priority, title = excluded.title, body = excluded.body\
            """)
        .param("id", one.id())
        .param("client", check.clientId())
        .param("check", check.id())
        .param("clause", one.clause())
        .param("horizon", one.horizon().code())
        .param("priority", one.priority())
        .param("title", one.title())
        .param("body", one.body())
        .update();
  }

  void remove(UUID measure) {
    jdbc.sql("delete from plan_measure where id = :id").param("id", measure).update();
  }

  private static Measure measure(ResultSet row, int number) throws SQLException {
    return new Measure(
        Sql.uuid(row, "id"),
        row.getString("clause"),
        Measure.Horizon.of(Sql.text(row, "horizon")),
        row.getInt("priority"),
        Sql.text(row, "title"),
        Sql.text(row, "body"));
  }

  private static SelfCheck check(ResultSet row, int number) throws SQLException {
    return new SelfCheck(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "system"),
        row.getInt("level"),
        Sql.instant(row, "begun_at"),
        Sql.text(row, "begun_by"),
        Sql.instantOrNull(row, "finished_at"),
        Sql.uuidOrNull(row, "paper_id"),
        Sql.uuidOrNull(row, "obligation_id"));
  }
}
