package org.shouyue.server.secrecy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The cases of showing data of the clients in scope. Callers bring the transaction.
@Repository
class Disclosures {
  private static final String COLUMNS = "d.*, c.name as client_name, k.title as contract_title";
  private static final String TABLES =
      "disclosure d join client c on c.id = d.client_id join contract k on k.id = d.contract_id";

  private final JdbcClient jdbc;

  Disclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Disclosure> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "d.requested_at desc, d.id")
        .where("d.client_id = :client", "client", client)
        .where("d.state = :state", "state", state)
        .search("d.recipient", "d.what", "d.purpose")
        .sort("recipient", "d.recipient")
        .sort("requestedAt", "d.requested_at")
        .sort("until", "d.until")
        .page(request, Disclosures::disclosure);
  }

  Optional<Disclosure> find(UUID id) {
    return jdbc.sql("select %s from %s where d.id = :id".formatted(COLUMNS, TABLES))
        .param("id", id)
        .query(Disclosures::disclosure)
        .optional();
  }

  /// Locks one against other writers until the transaction ends.
  void lock(UUID id) {
    jdbc.sql("select id from disclosure where id = :id for update")
        .param("id", id)
        .query((_, _) -> true)
        .list();
  }

  void add(UUID id, UUID client, DisclosureDesk.Asked asked, Instant at, String by) {
    jdbc.sql(
            """
            insert into disclosure (id, client_id, contract_id, recipient, what, purpose, basis,
              until, state, requested_at, requested_by)
            values (:id, :client, :contract, :recipient, :what, :purpose, :basis, :until,
              'requested', :at, :by)\
            """)
        .param("id", id)
        .param("client", client)
        .param("contract", asked.contractId())
        .param("recipient", asked.recipient())
        .param("what", asked.what())
        .param("purpose", asked.purpose())
        .param("basis", asked.basis())
        .param("until", Sql.at(asked.until()))
        .param("at", Sql.at(at))
        .param("by", by)
        .update();
  }

  void decide(UUID id, DisclosureDesk.Answer answer, @Nullable Long evidenceSeq, Instant at) {
    jdbc.sql(
            """
            update disclosure set state = :state, decided_at = :at, decided_by = :by,
              decided_role = :role, remark = :remark, evidence_seq = :seq
            where id = :id\
            """)
        .param("state", answer.consents() ? "consented" : "refused")
        .param("at", Sql.at(at))
        .param("by", answer.name())
        .param("role", answer.role())
        .param("remark", answer.remark())
        .param("seq", evidenceSeq)
        .param("id", id)
        .update();
  }

  void shown(UUID id, Instant at, String by, String note) {
    jdbc.sql(
            """
            update disclosure set state = 'shown', shown_at = :at, shown_by = :by,
              shown_note = :note
            where id = :id\
            """)
        .param("at", Sql.at(at))
        .param("by", by)
        .param("note", note)
        .param("id", id)
        .update();
  }

  private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
    return new Disclosure(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.uuid(row, "contract_id"),
        row.getString("contract_title"),
        Sql.text(row, "recipient"),
        Sql.text(row, "what"),
        Sql.text(row, "purpose"),
        Sql.text(row, "basis"),
        Sql.instant(row, "until"),
        Sql.text(row, "state"),
        Sql.instant(row, "requested_at"),
        Sql.text(row, "requested_by"),
        Sql.instantOrNull(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("decided_role"),
        row.getString("remark"),
        row.getObject("evidence_seq", Long.class),
        Sql.instantOrNull(row, "shown_at"),
        row.getString("shown_by"),
        row.getString("shown_note"));
  }
}
