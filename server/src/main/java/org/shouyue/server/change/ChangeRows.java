package org.shouyue.server.change;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Changes, their plans, signatures and histories. Callers bring the transaction.
@Repository
class ChangeRows {
  private final JdbcClient jdbc;

  ChangeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID ticket, UUID client, UUID contract, Instant now) {
    jdbc.sql(
            """
            insert into change (ticket_id, client_id, contract_id, state, extra, version, created_at)
            values (:ticket, :client, :contract, 'draft', false, 0, :at)
            on conflict (ticket_id) do nothing\
            """)
        .param("ticket", ticket)
        .param("client", client)
        .param("contract", contract)
        .param("at", at(now))
        .update();
  }

  void goBeyondQuota(UUID ticket) {
    jdbc.sql("update change set extra = true where ticket_id = :ticket")
        .param("ticket", ticket)
        .update();
  }

  void move(UUID ticket, ChangeState state) {
    jdbc.sql("update change set state = :state where ticket_id = :ticket")
        .param("ticket", ticket)
        .param("state", state.code())
        .update();
  }

  void begin(UUID ticket, Instant now, String by) {
    jdbc.sql("update change set started_at = :at, started_by = :by where ticket_id = :ticket")
        .param("ticket", ticket)
        .param("at", at(now))
        .param("by", by)
        .update();
  }

  void rush(UUID ticket, String why, Instant confirmBy) {
    jdbc.sql("update change set emergency = :why, confirm_by = :by where ticket_id = :ticket")
        .param("ticket", ticket)
        .param("why", why)
        .param("by", at(confirmBy))
        .update();
  }

  void confirm(UUID ticket, Instant now) {
    jdbc.sql("update change set confirmed_at = :at where ticket_id = :ticket")
        .param("ticket", ticket)
        .param("at", at(now))
        .update();
  }

  void finish(UUID ticket, Finish finish, Instant now) {
    jdbc.sql(
            """
            update change set finished_at = :at, result = :result, rolled_back = :back,
              outcome = :outcome
            where ticket_id = :ticket\
            """)
        .param("ticket", ticket)
        .param("at", at(now))
        .param("result", finish.result().code())
        .param("back", finish.rolledBack())
        .param("outcome", finish.text())
        .update();
  }

  /// How a change ended.
  record Finish(Change.Result result, boolean rolledBack, String text) {}

  /// Marks the emergencies that the client has not confirmed in time, each once on all nodes.
  List<Change> markUnconfirmed(Instant now) {
    return jdbc.sql(
            """
            update change set unconfirmed = true
            where ticket_id in (
              select ticket_id from change
              where confirm_by <= :now and confirmed_at is null and not unconfirmed
              order by ticket_id for update skip locked)
            returning *\
            """)
        .param("now", at(now))
        .query(ChangeRows::row)
        .list();
  }

  @Nullable Instant nextUnconfirmed() {
    return jdbc.sql(
            """
            select min(confirm_by) as at from change
            where confirm_by is not null and confirmed_at is null and not unconfirmed\
            """)
        .query((row, _) -> Sql.instantOrNull(row, "at"))
        .list()
        .getFirst();
  }

  @Nullable Change find(UUID ticket) {
    return one("select * from change where ticket_id = :ticket", ticket);
  }

  @Nullable Change lock(UUID ticket) {
    return one("select * from change where ticket_id = :ticket for update", ticket);
  }

  private @Nullable Change one(String sql, UUID ticket) {
    return jdbc.sql(sql).param("ticket", ticket).query(ChangeRows::row).optional().orElse(null);
  }

  void add(Change change, PlanVersion plan, ChangePlan window) {
    jdbc.sql(
            """
            insert into change_plan
              (ticket_id, version, client_id, plan, digest, written_at, written_by, paper_id)
            values (:ticket, :version, :client, :plan, :digest, :at, :by, :paper)\
            """)
        .param("ticket", change.ticketId())
        .param("version", plan.version())
        .param("client", change.clientId())
        .param("plan", plan.plan())
        .param("digest", plan.digest())
        .param("at", at(plan.at()))
        .param("by", plan.by())
        .param("paper", plan.paperId())
        .update();
    jdbc.sql(
            """
            update change set version = :version, window_from = :from, window_until = :until
            where ticket_id = :ticket\
            """)
        .param("ticket", change.ticketId())
        .param("version", plan.version())
        .param("from", at(window.from()))
        .param("until", at(window.until()))
        .update();
  }

  List<PlanVersion> plans(UUID ticket) {
    return jdbc.sql("select * from change_plan where ticket_id = :ticket order by version")
        .param("ticket", ticket)
        .query((row, _) ->
            new PlanVersion(
                row.getInt("version"),
                Sql.text(row, "plan"),
                Sql.text(row, "digest"),
                Sql.instant(row, "written_at"),
                Sql.text(row, "written_by"),
                Sql.uuid(row, "paper_id")))
        .list();
  }

  void add(Change change, PlanSignature signature) {
    jdbc.sql(
            """
            insert into change_signature (ticket_id, version, client_id, person_id, name, office,
              remarks, digest, signed_at, evidence_seq)
            values (:ticket, :version, :client, :person, :name, :office, :remarks, :digest, :at, :seq)\
            """)
        .param("ticket", change.ticketId())
        .param("version", signature.version())
        .param("client", change.clientId())
        .param("person", signature.personId())
        .param("name", signature.name())
        .param("office", signature.office())
        .param("remarks", signature.remarks())
        .param("digest", signature.digest())
        .param("at", at(signature.at()))
        .param("seq", signature.evidenceSeq())
        .update();
  }

  List<PlanSignature> signatures(UUID ticket) {
    return jdbc.sql("select * from change_signature where ticket_id = :ticket order by version")
        .param("ticket", ticket)
        .query((row, _) ->
            new PlanSignature(
                row.getInt("version"),
                Sql.uuid(row, "person_id"),
                Sql.text(row, "name"),
                Sql.text(row, "office"),
                Sql.text(row, "remarks"),
                Sql.text(row, "digest"),
                Sql.instant(row, "signed_at"),
                row.getLong("evidence_seq")))
        .list();
  }

  void add(Change change, ChangeStep step) {
    jdbc.sql(
            """
            insert into change_step
              (ticket_id, n, client_id, at, act, place, outcome, who, text, evidence_seq)
            select :ticket, coalesce(max(n), 0) + 1, :client, :at, :act, :place, :outcome, :who,
              :text, :seq
            from change_step where ticket_id = :ticket\
            """)
        .param("ticket", change.ticketId())
        .param("client", change.clientId())
        .param("at", at(step.at()))
        .param("act", step.act().code())
        .param("place", step.place())
        .param("outcome", step.outcome() == null ? null : step.outcome().code())
        .param("who", step.who())
        .param("text", step.text())
        .param("seq", step.evidenceSeq())
        .update();
  }

  List<ChangeStep> steps(UUID ticket) {
    return jdbc.sql("select * from change_step where ticket_id = :ticket order by n")
        .param("ticket", ticket)
        .query((row, _) -> {
          String outcome = row.getString("outcome");
          return new ChangeStep(
              Sql.instant(row, "at"),
              ChangeAct.of(Sql.text(row, "act")),
              row.getObject("place", Integer.class),
              outcome == null ? null : ChangeStep.Outcome.of(outcome),
              Sql.text(row, "who"),
              row.getString("text"),
              row.getLong("evidence_seq"));
        })
        .list();
  }

  static Change row(ResultSet row, int number) throws SQLException {
    String result = row.getString("result");
    return new Change(
        Sql.uuid(row, "ticket_id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        ChangeState.of(Sql.text(row, "state")),
        row.getBoolean("extra"),
        row.getInt("version"),
        Sql.instantOrNull(row, "window_from"),
        Sql.instantOrNull(row, "window_until"),
        row.getString("emergency"),
        Sql.instantOrNull(row, "confirm_by"),
        Sql.instantOrNull(row, "confirmed_at"),
        row.getBoolean("unconfirmed"),
        Sql.instantOrNull(row, "started_at"),
        row.getString("started_by"),
        Sql.instantOrNull(row, "finished_at"),
        result == null ? null : Change.Result.of(result),
        row.getBoolean("rolled_back"),
        row.getString("outcome"),
        Sql.instant(row, "created_at"));
  }
}
