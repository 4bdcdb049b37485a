package org.shouyue.server.acceptance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.acceptance.AcceptanceRound.Check;
import org.shouyue.server.acceptance.AcceptanceRound.Judgement;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rounds of acceptances and their checklists. Callers bring the transaction.
@Repository
class AcceptanceRounds {
  private final JdbcClient jdbc;

  AcceptanceRounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AcceptanceRound round) {
    jdbc.sql(
            """
            insert into acceptance_round (id, client_id, contract_id, ordinal, round, service_from,
              service_until, statement, applied_at, applied_by, judge_by, acceptance_id, state)
            values (:id, :client, :contract, :ordinal, :round, :from, :until, :statement, :at, :by,
              :judgeBy, :acceptance, :state)\
            """)
        .param("id", round.id())
        .param("client", round.clientId())
        .param("contract", round.contractId())
        .param("ordinal", round.ordinal())
        .param("round", round.round())
        .param("from", round.serviceFrom())
        .param("until", round.serviceUntil())
        .param("statement", round.statement())
        .param("at", Sql.at(round.appliedAt()))
        .param("by", round.appliedBy())
        .param("judgeBy", round.judgeBy())
        .param("acceptance", round.acceptanceId())
        .param("state", round.state().code())
        .update();
  }

  void check(AcceptanceRound round, int position, Check check) {
    jdbc.sql(
            """
            insert into acceptance_check (round_id, client_id, position, service_id, clause, title,
              verdict, due, done, late, missed)
            values (:round, :client, :position, :service, :clause, :title, :verdict, :due, :done,
              :late, :missed)\
            """)
        .param("round", round.id())
        .param("client", round.clientId())
        .param("position", position)
        .param("service", check.serviceId())
        .param("clause", check.clause())
        .param("title", check.title())
        .param("verdict", check.verdict())
        .param("due", check.due())
        .param("done", check.done())
        .param("late", check.late())
        .param("missed", check.missed())
        .update();
  }

  /// The round, locked against other writers until the transaction ends.
  Optional<AcceptanceRound> lock(UUID id) {
    return jdbc.sql("select * from acceptance_round where id = :id for update")
        .param("id", id)
        .query(AcceptanceRounds::round)
        .optional();
  }

  Optional<AcceptanceRound> find(UUID id) {
    return jdbc.sql("select * from acceptance_round where id = :id")
        .param("id", id)
        .query(AcceptanceRounds::round)
        .optional();
  }

  /// The round whose package this is.
  Optional<AcceptanceRound> of(UUID acceptance) {
    return jdbc.sql("select * from acceptance_round where acceptance_id = :acceptance for update")
        .param("acceptance", acceptance)
        .query(AcceptanceRounds::round)
        .optional();
  }

  /// All rounds of a contract in order.
  List<AcceptanceRound> ofContract(UUID contract) {
    return jdbc.sql(
            "select * from acceptance_round where contract_id = :contract order by ordinal, round")
        .param("contract", contract)
        .query(AcceptanceRounds::round)
        .list();
  }

  List<Check> checks(UUID round) {
    return jdbc.sql("select * from acceptance_check where round_id = :round order by position")
        .param("round", round)
        .query((row, _) ->
            new Check(
                Sql.text(row, "service_id"),
                row.getString("clause"),
                Sql.text(row, "title"),
                Sql.text(row, "verdict"),
                row.getInt("due"),
                row.getInt("done"),
                row.getInt("late"),
                row.getInt("missed"),
                Judgement.of(Sql.text(row, "judgement")),
                row.getString("remark"),
                row.getString("judged_by"),
                Sql.uuidOrNull(row, "ticket_id")))
        .list();
  }

  /// What the client says of one line.
  record Said(Judgement judgement, @Nullable String remark, String by, Instant at) {}

  /// Writes it down; false when there is no such line.
  boolean judge(UUID round, String service, Said said) {
    return jdbc.sql(
                """
                update acceptance_check set judgement = :judgement, remark = :remark,
                  judged_by = :by, judged_at = :at
                where round_id = :round and service_id = :service\
                """)
            .param("judgement", said.judgement().code())
            .param("remark", said.remark())
            .param("by", said.by())
            .param("at", Sql.at(said.at()))
            .param("round", round)
            .param("service", service)
            .update()
        == 1;
  }

  void ticket(UUID round, String service, UUID ticket) {
    jdbc.sql(
            """
            update acceptance_check set ticket_id = :ticket
            where round_id = :round and service_id = :service\
            """)
        .param("ticket", ticket)
        .param("round", round)
        .param("service", service)
        .update();
  }

  /// What the client's signature on the package came to.
  record Outcome(
      boolean accepted,
      Instant at,
      String by,
      @Nullable String remarks,
      @Nullable LocalDate mendBy) {}

  void close(UUID round, Outcome outcome) {
    jdbc.sql(
            """
            update acceptance_round set state = :state, judged_at = :at, judged_by = :by,
              remarks = :remarks, mend_by = :mendBy
            where id = :round and state = 'applied'\
            """)
        .param("state", outcome.accepted() ? "accepted" : "refused")
        .param("at", Sql.at(outcome.at()))
        .param("by", outcome.by())
        .param("remarks", outcome.remarks())
        .param("mendBy", outcome.mendBy())
        .param("round", round)
        .update();
  }

  /// The provider's signature under the report of a round.
  record Countersigned(String name, String role, Instant at, UUID report) {}

  void countersign(UUID round, Countersigned signed) {
    jdbc.sql(
            """
            update acceptance_round set provider_name = :name, provider_role = :role,
              provider_signed_at = :at, report_id = :report
            where id = :round\
            """)
        .param("name", signed.name())
        .param("role", signed.role())
        .param("at", Sql.at(signed.at()))
        .param("report", signed.report())
        .param("round", round)
        .update();
  }

  private static AcceptanceRound round(ResultSet row, int number) throws SQLException {
    return new AcceptanceRound(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getInt("ordinal"),
        row.getInt("round"),
        Objects.requireNonNull(row.getObject("service_from", LocalDate.class)),
        Objects.requireNonNull(row.getObject("service_until", LocalDate.class)),
        Sql.text(row, "statement"),
        Sql.instant(row, "applied_at"),
        Sql.text(row, "applied_by"),
        row.getObject("judge_by", LocalDate.class),
        Sql.uuid(row, "acceptance_id"),
        AcceptanceRound.State.of(Sql.text(row, "state")),
        Sql.instantOrNull(row, "judged_at"),
        row.getString("judged_by"),
        row.getString("remarks"),
        row.getObject("mend_by", LocalDate.class),
        row.getString("provider_name"),
        row.getString("provider_role"),
        Sql.instantOrNull(row, "provider_signed_at"),
        Sql.uuidOrNull(row, "report_id"));
  }
}
