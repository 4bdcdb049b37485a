package org.shouyue.server.external;

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

/// Notices, their problems and histories. Callers bring the transaction.
@Repository
class NoticeRows {
  private final JdbcClient jdbc;

  NoticeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Notice notice) {
    jdbc.sql(
            """
            insert into external_notice (ticket_id, client_id, contract_id, issuer, issuer_kind,
              document_number, received_at, answer_due, state)
            values (:ticket, :client, :contract, :issuer, :kind, :number, :received, :due, :state)\
            """)
        .param("ticket", notice.ticketId())
        .param("client", notice.clientId())
        .param("contract", notice.contractId())
        .param("issuer", notice.issuer())
        .param("kind", notice.issuerKind().code())
        .param("number", notice.documentNumber())
        .param("received", at(notice.receivedAt()))
        .param("due", at(notice.answerDue()))
        .param("state", notice.state().code())
        .update();
  }

  void source(UUID ticket, long seq) {
    jdbc.sql("update external_notice set source_seq = :seq where ticket_id = :ticket")
        .param("ticket", ticket)
        .param("seq", seq)
        .update();
  }

  void move(UUID ticket, NoticeState state) {
    jdbc.sql("update external_notice set state = :state where ticket_id = :ticket")
        .param("ticket", ticket)
        .param("state", state.code())
        .update();
  }

  void answer(UUID ticket, String answer, UUID paper) {
    jdbc.sql(
            """
            update external_notice set answer = :answer, paper_id = :paper where ticket_id = :ticket\
            """)
        .param("ticket", ticket)
        .param("answer", answer)
        .param("paper", paper)
        .update();
  }

  void sent(UUID ticket, Instant at, String by, String via) {
    jdbc.sql(
            """
            update external_notice set sent_at = :at, sent_by = :by, sent_via = :via
            where ticket_id = :ticket\
            """)
        .param("ticket", ticket)
        .param("at", at(at))
        .param("by", by)
        .param("via", via)
        .update();
  }

  void receipt(UUID ticket, Instant at, String receipt) {
    jdbc.sql(
            """
            update external_notice set receipt_at = :at, receipt = :receipt where ticket_id = :ticket\
            """)
        .param("ticket", ticket)
        .param("at", at(at))
        .param("receipt", receipt)
        .update();
  }

  /// The ticket of a notice with this issuer and number; null when there is none.
  @Nullable UUID known(UUID client, String issuer, String documentNumber) {
    return jdbc.sql(
            """
            select ticket_id from external_notice
            where client_id = :client and issuer = :issuer and document_number = :number
              and document_number <> ''\
            """)
        .param("client", client)
        .param("issuer", issuer)
        .param("number", documentNumber)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  @Nullable Notice find(UUID ticket) {
    return one("select * from external_notice where ticket_id = :ticket", ticket);
  }

  @Nullable Notice lock(UUID ticket) {
    return one("select * from external_notice where ticket_id = :ticket for update", ticket);
  }

  private @Nullable Notice one(String sql, UUID ticket) {
    return jdbc.sql(sql).param("ticket", ticket).query(NoticeRows::row).optional().orElse(null);
  }

  /// Marks the notices of which people are to be told, each once on all nodes.
  ///
  /// @param column `told_soon` or `told_overdue`
  List<Notice> mark(String column, Instant due) {
    return jdbc.sql(
            """
            update external_notice set %1$s = true
            where ticket_id in (
              select ticket_id from external_notice
              where sent_at is null and not %1$s and answer_due <= :due
              order by ticket_id for update skip locked)
            returning *\
            """
                .formatted(column))
        .param("due", at(due))
        .query(NoticeRows::row)
        .list();
  }

  /// The earliest day of answer of which people were not told yet; null when there is none.
  @Nullable Instant nextDue(String column) {
    return jdbc.sql(
            """
            select min(answer_due) as at from external_notice where sent_at is null and not %s\
            """
                .formatted(column))
        .query((row, _) -> Sql.instantOrNull(row, "at"))
        .list()
        .getFirst();
  }

  void add(Notice notice, ToldProblem problem) {
    jdbc.sql(
            """
            insert into external_problem (ticket_id, n, client_id, target, description, asset_id, state)
            values (:ticket, :n, :client, :target, :description, :asset, :state)\
            """)
        .param("ticket", notice.ticketId())
        .param("n", problem.n())
        .param("client", notice.clientId())
        .param("target", problem.target())
        .param("description", problem.description())
        .param("asset", problem.assetId())
        .param("state", problem.state().code())
        .update();
  }

  void put(UUID ticket, ToldProblem problem) {
    jdbc.sql(
            """
            update external_problem set asset_id = :asset, finding_id = :finding, state = :state,
              note = :note, changed_at = :at, changed_by = :by
            where ticket_id = :ticket and n = :n\
            """)
        .param("ticket", ticket)
        .param("n", problem.n())
        .param("asset", problem.assetId())
        .param("finding", problem.findingId())
        .param("state", problem.state().code())
        .param("note", problem.note())
        .param("at", problem.changedAt() == null ? null : at(problem.changedAt()))
        .param("by", problem.changedBy())
        .update();
  }

  List<ToldProblem> problems(UUID ticket) {
    return jdbc.sql("select * from external_problem where ticket_id = :ticket order by n")
        .param("ticket", ticket)
        .query((row, _) ->
            new ToldProblem(
                row.getInt("n"),
                Sql.text(row, "target"),
                Sql.text(row, "description"),
                Sql.uuidOrNull(row, "asset_id"),
                Sql.uuidOrNull(row, "finding_id"),
                ToldProblem.State.of(Sql.text(row, "state")),
                row.getString("note"),
                Sql.instantOrNull(row, "changed_at"),
                row.getString("changed_by")))
        .list();
  }

  void add(Notice notice, NoticeStep step) {
    jdbc.sql(
            """
            insert into external_step (ticket_id, n, client_id, at, act, problem, who, text, evidence_seq)
            select :ticket, coalesce(max(n), 0) + 1, :client, :at, :act, :problem, :who, :text, :seq
            from external_step where ticket_id = :ticket\
            """)
        .param("ticket", notice.ticketId())
        .param("client", notice.clientId())
        .param("at", at(step.at()))
        .param("act", step.act().code())
        .param("problem", step.problem())
        .param("who", step.who())
        .param("text", step.text())
        .param("seq", step.evidenceSeq())
        .update();
  }

  List<NoticeStep> steps(UUID ticket) {
    return jdbc.sql("select * from external_step where ticket_id = :ticket order by n")
        .param("ticket", ticket)
        .query((row, _) ->
            new NoticeStep(
                Sql.instant(row, "at"),
                NoticeAct.of(Sql.text(row, "act")),
                row.getObject("problem", Integer.class),
                Sql.text(row, "who"),
                Sql.text(row, "text"),
                row.getLong("evidence_seq")))
        .list();
  }

  static Notice row(ResultSet row, int number) throws SQLException {
    return new Notice(
        Sql.uuid(row, "ticket_id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "issuer"),
        IssuerKind.of(Sql.text(row, "issuer_kind")),
        Sql.text(row, "document_number"),
        Sql.instant(row, "received_at"),
        Sql.instant(row, "answer_due"),
        NoticeState.of(Sql.text(row, "state")),
        row.getObject("source_seq", Long.class),
        row.getString("answer"),
        Sql.uuidOrNull(row, "paper_id"),
        Sql.instantOrNull(row, "sent_at"),
        row.getString("sent_by"),
        row.getString("sent_via"),
        Sql.instantOrNull(row, "receipt_at"),
        row.getString("receipt"));
  }
}
