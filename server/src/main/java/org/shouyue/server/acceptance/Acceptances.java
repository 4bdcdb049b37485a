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
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.report.DossierOrder;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The acceptances of the clients in scope. Callers bring the transaction where several statements
/// belong together.
@Repository
class Acceptances {
  private final JdbcClient jdbc;

  Acceptances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One line of the list.
  record Line(
      UUID id,
      UUID clientId,
      UUID contractId,
      @Nullable String contractTitle,
      String number,
      LocalDate from,
      LocalDate to,
      AcceptanceState state,
      Acceptance.Progress progress,
      @Nullable String problem,
      Instant createdAt,
      String createdBy,
      @Nullable Instant publishedAt) {}

  /// How many a contract has, under a lock that lasts until the transaction ends.
  int countLocked(UUID contract) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:contract, 710))")
        .param("contract", contract.toString())
        .query((_, _) -> true)
        .list();
    return jdbc.sql("select count(*) from acceptance where contract_id = :contract")
        .param("contract", contract)
        .query(Integer.class)
        .single();
  }

  boolean building(UUID contract) {
    return jdbc.sql(
            "select exists (select 1 from acceptance where contract_id = :contract and state = 'draft')")
        .param("contract", contract)
        .query(Boolean.class)
        .single();
  }

  void add(Acceptance acceptance) {
    jdbc.sql(
            """
            insert into acceptance (id, client_id, contract_id, number, period_from, period_to,
              state, created_at, created_by)
            values (:id, :client, :contract, :number, :from, :to, :state, :at, :by)\
            """)
        .param("id", acceptance.id())
        .param("client", acceptance.clientId())
        .param("contract", acceptance.contractId())
        .param("number", acceptance.number())
        .param("from", acceptance.from())
        .param("to", acceptance.to())
        .param("state", acceptance.state().code())
        .param("at", Sql.at(acceptance.createdAt()))
        .param("by", acceptance.createdBy())
        .update();
  }

  Optional<Acceptance> find(UUID id) {
    return jdbc.sql("select * from acceptance where id = :id")
        .param("id", id)
        .query(Acceptances::acceptance)
        .optional();
  }

  /// The acceptance, locked against other writers until the transaction ends.
  Optional<Acceptance> lock(UUID id) {
    return jdbc.sql("select * from acceptance where id = :id for update")
        .param("id", id)
        .query(Acceptances::acceptance)
        .optional();
  }

  void progress(UUID id, Acceptance.Progress progress) {
    jdbc.sql(
            """
            update acceptance set done = :done, steps = :total, message = :message
            where id = :id and state = 'draft'\
            """)
        .param("done", progress.done())
        .param("total", progress.total())
        .param("message", progress.message())
        .param("id", id)
        .update();
  }

  /// Marks as published what was a draft; false when it was none.
  boolean publish(UUID id, String dossier, Instant at) {
    return jdbc.sql(
                """
                update acceptance set state = 'published', dossier = :dossier, published_at = :at,
                  done = steps, message = ''
                where id = :id and state = 'draft'\
                """)
            .param("dossier", dossier)
            .param("at", Sql.at(at))
            .param("id", id)
            .update()
        == 1;
  }

  void fail(UUID id, String problem) {
    jdbc.sql(
            """
            update acceptance set state = 'failed', problem = :problem
            where id = :id and state = 'draft'\
            """)
        .param("problem", problem)
        .param("id", id)
        .update();
  }

  void sign(Signature signature) {
    jdbc.sql(
            """
            insert into acceptance_signature (acceptance_id, client_id, person_id, name, role,
              verdict, remarks, signed_at, package_digest, evidence_seq)
            values (:acceptance, :client, :person, :name, :role, :verdict, :remarks, :at, :digest,
              :seq)\
            """)
        .param("acceptance", signature.acceptanceId())
        .param("client", signature.clientId())
        .param("person", signature.personId())
        .param("name", signature.name())
        .param("role", signature.role())
        .param("verdict", signature.verdict().code())
        .param("remarks", signature.remarks())
        .param("at", Sql.at(signature.at()))
        .param("digest", signature.packageDigest())
        .param("seq", signature.evidenceSeq())
        .update();
    boolean accepted = signature.verdict() == Signature.Verdict.ACCEPTED;
    jdbc.sql("update acceptance set state = :state where id = :id")
        .param("state", accepted ? "signed" : "refused")
        .param("id", signature.acceptanceId())
        .update();
  }

  Optional<Signature> signature(UUID id) {
    return jdbc.sql("select * from acceptance_signature where acceptance_id = :id")
        .param("id", id)
        .query(Acceptances::signature)
        .optional();
  }

  /// What the client has judged of a contract so far, the latest first.
  List<DossierOrder.Judged> judged(UUID contract) {
    return jdbc.sql(
            """
            select period_to, state from acceptance
            where contract_id = :contract and state in ('signed', 'refused')
            order by created_at desc\
            """)
        .param("contract", contract)
        .query((row, _) ->
            new DossierOrder.Judged(day(row, "period_to"), Sql.text(row, "state").equals("signed")))
        .list();
  }

  /// An acceptance that the client passed.
  ///
  /// @param to last day of the period that it covers
  record Passed(LocalDate to, Instant at) {}

  /// The acceptances of a contract that were passed in `[from, to)`, in order of time.
  List<Passed> passed(UUID contract, Instant from, Instant to) {
    return jdbc.sql(
            """
            select a.period_to, s.signed_at
            from acceptance a join acceptance_signature s on s.acceptance_id = a.id
            where a.contract_id = :contract and s.verdict = 'accepted'
              and s.signed_at >= :from and s.signed_at < :to
            order by s.signed_at\
            """)
        .param("contract", contract)
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .query((row, _) -> new Passed(day(row, "period_to"), Sql.instant(row, "signed_at")))
        .list();
  }

  Page<Line> page(@Nullable UUID contract, @Nullable String state, PageRequest request) {
    return new Listing(
            jdbc,
            "a.*, c.title as contract_title",
            "acceptance a join contract c on c.id = a.contract_id",
            "a.created_at desc, a.id")
        .where("a.contract_id = :contract", "contract", contract)
        .where("a.state = :state", "state", state)
        .search("c.title", "a.number")
        .sort("from", "a.period_from")
        .sort("to", "a.period_to")
        .sort("state", "a.state")
        .sort("createdAt", "a.created_at")
        .page(request, Acceptances::line);
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    Acceptance acceptance = acceptance(row, number);
    return new Line(
        acceptance.id(),
        acceptance.clientId(),
        acceptance.contractId(),
        row.getString("contract_title"),
        acceptance.number(),
        acceptance.from(),
        acceptance.to(),
        acceptance.state(),
        acceptance.progress(),
        acceptance.problem(),
        acceptance.createdAt(),
        acceptance.createdBy(),
        acceptance.publishedAt());
  }

  private static Acceptance acceptance(ResultSet row, int number) throws SQLException {
    return new Acceptance(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "number"),
        day(row, "period_from"),
        day(row, "period_to"),
        AcceptanceState.of(Sql.text(row, "state")),
        new Acceptance.Progress(row.getInt("done"), row.getInt("steps"), Sql.text(row, "message")),
        row.getString("problem"),
        row.getString("dossier"),
        Sql.instant(row, "created_at"),
        Sql.text(row, "created_by"),
        Sql.instantOrNull(row, "published_at"));
  }

  private static Signature signature(ResultSet row, int number) throws SQLException {
    return new Signature(
        Sql.uuid(row, "acceptance_id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "person_id"),
        Sql.text(row, "name"),
        Sql.text(row, "role"),
        Signature.Verdict.of(Sql.text(row, "verdict")),
        row.getString("remarks"),
        Sql.instant(row, "signed_at"),
        Sql.text(row, "package_digest"),
        row.getLong("evidence_seq"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
  }
}
