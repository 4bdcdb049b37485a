package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The contracts of the clients in scope. Callers bring the transaction.
@Repository
class Contracts {
  private final JdbcClient jdbc;

  Contracts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Agreement draft, Instant now, String by) {
    Contract contract = draft.contract();
    jdbc.sql(
            """
            insert into contract (id, client_id, state, title, number, version, body, source,
              document_name, document_digest, total, imported_at, imported_by)
            values (:id, :client, 'draft', :title, :number, 1, :body::jsonb, :source,
              :name, :digest, :total, :now, :by)\
            """)
        .param("id", draft.id())
        .param("client", draft.clientId())
        .param("title", contract.title())
        .param("number", contract.number())
        .param("body", Written.text(contract))
        .param("source", draft.source().toArray(String[]::new))
        .param("name", draft.documentName())
        .param("digest", draft.documentDigest())
        .param("total", contract.total() == null ? null : contract.total().amount())
        .param("now", at(now))
        .param("by", by)
        .update();
    keepVersion(draft, "导入", now, by);
  }

  @Nullable Agreement find(UUID id) {
    return one("select * from contract where id = :id", id);
  }

  /// The contract, locked against change by anybody else until the transaction ends.
  @Nullable Agreement lock(UUID id) {
    return one("select * from contract where id = :id for update", id);
  }

  private @Nullable Agreement one(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(Contracts::row).optional().orElse(null);
  }

  /// Gives a draft a new body, and keeps it as a version of its own.
  void change(Agreement changed, String why, Instant now, String by) {
    Contract contract = changed.contract();
    jdbc.sql(
            """
            update contract set body = :body::jsonb, version = :version, title = :title,
              number = :number, total = :total
            where id = :id\
            """)
        .param("id", changed.id())
        .param("version", changed.version())
        .param("body", Written.text(contract))
        .param("title", contract.title())
        .param("number", contract.number())
        .param("total", contract.total() == null ? null : contract.total().amount())
        .update();
    keepVersion(changed, why, now, by);
  }

  private void keepVersion(Agreement agreement, String why, Instant now, String by) {
    jdbc.sql(
            """
            insert into contract_version (contract_id, version, client_id, body, why, made_at, made_by)
            values (:id, :version, :client, :body::jsonb, :why, :now, :by)\
            """)
        .param("id", agreement.id())
        .param("version", agreement.version())
        .param("client", agreement.clientId())
        .param("body", Written.text(agreement.contract()))
        .param("why", why)
        .param("now", at(now))
        .param("by", by)
        .update();
  }

  /// The body that a contract had in one version; null when it never had that version.
  @Nullable Contract version(UUID id, int version) {
    return jdbc.sql(
            """
            select body::text from contract_version
            where contract_id = :id and version = :version\
            """)
        .param("id", id)
        .param("version", version)
        .query(String.class)
        .optional()
        .map(Written::stored)
        .orElse(null);
  }

  void putInForce(Agreement signed, Instant now, String calendarDefinition) {
    jdbc.sql(
            """
            insert into calendar_version (version, definition) values (:version, :definition)
            on conflict (version) do nothing\
            """)
        .param("version", signed.calendar())
        .param("definition", calendarDefinition)
        .update();
    jdbc.sql(
            """
            update contract set state = 'in-force', signed_on = :signed, starts_on = :from,
              ends_on = :to, calendar = :calendar, in_force_at = :now
            where id = :id\
            """)
        .param("id", signed.id())
        .param("signed", signed.signedOn())
        .param("from", signed.from())
        .param("to", signed.to())
        .param("calendar", signed.calendar())
        .param("now", at(now))
        .update();
  }

  /// Marks as ended what ran out by this day.
  void end(LocalDate today) {
    jdbc.sql("update contract set state = 'ended' where state = 'in-force' and ends_on < :today")
        .param("today", today)
        .update();
  }

  @Nullable String calendar(String version) {
    return jdbc.sql("select definition from calendar_version where version = :version")
        .param("version", version)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private static Agreement row(ResultSet row, int number) throws SQLException {
    return new Agreement(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        AgreementState.of(Sql.text(row, "state")),
        Written.stored(Sql.text(row, "body")),
        row.getInt("version"),
        Sql.texts(row, "source"),
        Sql.text(row, "document_name"),
        Sql.text(row, "document_digest"),
        row.getObject("signed_on", LocalDate.class),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getString("calendar"));
  }

  /// The ids of all contracts in scope that are in force.
  List<UUID> inForce() {
    return jdbc.sql("select id from contract where state = 'in-force'")
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }

  /// The ids of all contracts in scope that are or were in force.
  List<UUID> signed() {
    return jdbc.sql("select id from contract where state <> 'draft' order by id")
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }
}
