package org.shouyue.server.billing;

import java.math.BigDecimal;
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
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Invoices, reminders, breaches and statements. Callers bring the transaction.
@Repository
class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A reminder that was raised.
  record Reminder(
      int instalment,
      String step,
      Instant raisedAt,
      int daysLate,
      @Nullable BigDecimal interest,
      String text) {}

  boolean known(UUID contract, String number) {
    return jdbc.sql(
            "select exists (select 1 from invoice where contract_id = :contract and number ="
                + " :number)")
        .param("contract", contract)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  void add(Invoice invoice) {
    jdbc.sql(
            """
            insert into invoice (id, client_id, contract_id, instalment, number, issued_on,
              delivered_on, amount, evidence_seq, entered_at, entered_by)
            values (:id, :client, :contract, :instalment, :number, :issued, :delivered, :amount,
              :seq, :at, :by)\
            """)
        .param("id", invoice.id())
        .param("client", invoice.clientId())
        .param("contract", invoice.contractId())
        .param("instalment", invoice.instalment())
        .param("number", invoice.number())
        .param("issued", invoice.issuedOn())
        .param("delivered", invoice.deliveredOn())
        .param("amount", invoice.amount())
        .param("seq", invoice.evidenceSeq())
        .param("at", Sql.at(invoice.enteredAt()))
        .param("by", invoice.enteredBy())
        .update();
  }

  List<Invoice> invoices(UUID contract) {
    return jdbc.sql("select * from invoice where contract_id = :contract order by delivered_on, id")
        .param("contract", contract)
        .query(Ledger::invoice)
        .list();
  }

  Page<Invoice> page(@Nullable UUID contract, PageRequest request) {
    return new Listing(jdbc, "*", "invoice", "delivered_on desc, id")
        .where("contract_id = :contract", "contract", contract)
        .search("number")
        .sort("issuedOn", "issued_on")
        .sort("amount", "amount")
        .page(request, Ledger::invoice);
  }

  /// Raises a reminder; false when it was raised before, here or on another node.
  boolean raise(UUID client, UUID contract, Reminder reminder) {
    return jdbc.sql(
                """
                insert into dunning (contract_id, instalment, step, client_id, raised_at, days_late,
                  interest, text)
                values (:contract, :instalment, :step, :client, :at, :days, :interest, :text)
                on conflict do nothing\
                """)
            .param("contract", contract)
            .param("instalment", reminder.instalment())
            .param("step", reminder.step())
            .param("client", client)
            .param("at", Sql.at(reminder.raisedAt()))
            .param("days", reminder.daysLate())
            .param("interest", reminder.interest())
            .param("text", reminder.text())
            .update()
        == 1;
  }

  List<Reminder> reminders(UUID contract) {
    return jdbc.sql("select * from dunning where contract_id = :contract order by raised_at, step")
        .param("contract", contract)
        .query((row, _) ->
            new Reminder(
                row.getInt("instalment"),
                Sql.text(row, "step"),
                Sql.instant(row, "raised_at"),
                row.getInt("days_late"),
                row.getBigDecimal("interest"),
                Sql.text(row, "text")))
        .list();
  }

  void add(Breach breach) {
    jdbc.sql(
            """
            insert into breach (id, client_id, contract_id, party, subject, happened_on, reason,
              evidence_seq, declared_at, declared_by, declarer)
            values (:id, :client, :contract, :party, :subject, :on, :reason, :seq, :at, :by,
              :declarer)\
            """)
        .param("id", breach.id())
        .param("client", breach.clientId())
        .param("contract", breach.contractId())
        .param("party", breach.party())
        .param("subject", breach.subject())
        .param("on", breach.on())
        .param("reason", breach.reason())
        .param("seq", breach.evidenceSeq())
        .param("at", Sql.at(breach.declaredAt()))
        .param("by", breach.declaredBy())
        .param("declarer", breach.declarer())
        .update();
  }

  Optional<Breach> lockBreach(UUID id) {
    return jdbc.sql("select * from breach where id = :id for update")
        .param("id", id)
        .query(Ledger::breach)
        .optional();
  }

  void withdraw(UUID id, Instant at, String because) {
    jdbc.sql("update breach set withdrawn_at = :at, withdrawn_because = :because where id = :id")
        .param("at", Sql.at(at))
        .param("because", because)
        .param("id", id)
        .update();
  }

  List<Breach> breaches(UUID contract) {
    return jdbc.sql("select * from breach where contract_id = :contract order by happened_on, id")
        .param("contract", contract)
        .query(Ledger::breach)
        .list();
  }

  void add(Statement statement) {
    jdbc.sql(
            """
            insert into statement (id, client_id, contract_id, as_of, total, report_id, created_at,
              created_by)
            values (:id, :client, :contract, :asOf, :total, :report, :at, :by)\
            """)
        .param("id", statement.id())
        .param("client", statement.clientId())
        .param("contract", statement.contractId())
        .param("asOf", statement.asOf())
        .param("total", statement.total())
        .param("report", statement.reportId())
        .param("at", Sql.at(statement.createdAt()))
        .param("by", statement.createdBy())
        .update();
  }

  void sign(Statement statement, Statement.Signed signed) {
    jdbc.sql(
            """
            insert into statement_signature (statement_id, client_id, side, name, role, signed_at,
              evidence_seq)
            values (:statement, :client, :side, :name, :role, :at, :seq)\
            """)
        .param("statement", statement.id())
        .param("client", statement.clientId())
        .param("side", signed.side())
        .param("name", signed.name())
        .param("role", signed.role())
        .param("at", Sql.at(signed.at()))
        .param("seq", signed.evidenceSeq())
        .update();
  }

  Optional<Statement> findStatement(UUID id) {
    return jdbc.sql("select * from statement where id = :id")
        .param("id", id)
        .query(this::statement)
        .optional();
  }

  Optional<Statement> lockStatement(UUID id) {
    return jdbc.sql("select * from statement where id = :id for update")
        .param("id", id)
        .query(this::statement)
        .optional();
  }

  List<Statement> statements(UUID contract) {
    return jdbc.sql(
            "select * from statement where contract_id = :contract order by created_at desc, id")
        .param("contract", contract)
        .query(this::statement)
        .list();
  }

  private List<Statement.Signed> signatures(UUID statement) {
    return jdbc.sql(
            "select * from statement_signature where statement_id = :id order by signed_at, side")
        .param("id", statement)
        .query((row, _) ->
            new Statement.Signed(
                Sql.text(row, "side"),
                Sql.text(row, "name"),
                Sql.text(row, "role"),
                Sql.instant(row, "signed_at"),
                row.getLong("evidence_seq")))
        .list();
  }

  private Statement statement(ResultSet row, int number) throws SQLException {
    UUID id = Sql.uuid(row, "id");
    return new Statement(
        id,
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        day(row, "as_of"),
        row.getBigDecimal("total"),
        Sql.uuid(row, "report_id"),
        Sql.instant(row, "created_at"),
        Sql.text(row, "created_by"),
        signatures(id));
  }

  private static Invoice invoice(ResultSet row, int number) throws SQLException {
    return new Invoice(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getInt("instalment"),
        Sql.text(row, "number"),
        day(row, "issued_on"),
        day(row, "delivered_on"),
        row.getBigDecimal("amount"),
        row.getLong("evidence_seq"),
        Sql.instant(row, "entered_at"),
        Sql.text(row, "entered_by"));
  }

  private static Breach breach(ResultSet row, int number) throws SQLException {
    return new Breach(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "party"),
        Sql.text(row, "subject"),
        day(row, "happened_on"),
        Sql.text(row, "reason"),
        row.getLong("evidence_seq"),
        Sql.instant(row, "declared_at"),
        Sql.text(row, "declared_by"),
        Sql.text(row, "declarer"),
        Sql.instantOrNull(row, "withdrawn_at"),
        row.getString("withdrawn_because"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
  }
}
