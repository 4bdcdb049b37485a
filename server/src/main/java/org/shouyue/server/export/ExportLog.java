package org.shouyue.server.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every file that left, of the clients in scope. Callers bring the transaction.
@Repository
class ExportLog {
  private static final String COLUMNS = "e.*, c.name as client_name";
  private static final String TABLES = "export_log e join client c on c.id = e.client_id";

  private final JdbcClient jdbc;

  ExportLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a list is narrowed to.
  record Wanted(@Nullable UUID client, @Nullable UUID person, @Nullable Boolean shown) {}

  Page<Export> page(Wanted wanted, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "e.at desc, e.number desc, e.client_id")
        .where("e.client_id = :client", "client", wanted.client())
        .where("e.person_id = :person", "person", wanted.person())
        .where("e.shown = :shown", "shown", wanted.shown())
        .search(
            "e.person_name", "e.name", "e.path", "e.sha256", "'E-' || lpad(e.number::text, 6, '0')")
        .sort("at", "e.at")
        .sort("personName", "e.person_name")
        .sort("rows", "e.rows")
        .sort("bytes", "e.bytes")
        .page(request, ExportLog::export);
  }

  List<Export> numbered(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : jdbc.sql("select %s from %s where e.number = any(:numbers)".formatted(COLUMNS, TABLES))
            .param("numbers", numbers.toArray(Long[]::new))
            .query(ExportLog::export)
            .list();
  }

  /// Those that left with exactly these bytes, the newest first.
  List<Export> withDigest(String sha256, int most) {
    return jdbc.sql(
            "select %s from %s where e.sha256 = :sha256 order by e.at desc limit :most"
                .formatted(COLUMNS, TABLES))
        .param("sha256", sha256)
        .param("most", most)
        .query(ExportLog::export)
        .list();
  }

  long next() {
    return jdbc.sql("select nextval('export_number')").query(Long.class).single();
  }

  void add(long number, Export one) {
    jdbc.sql(
            """
            insert into export_log (number, client_id, at, person_id, person_name, role, address,
              token, path, query, name, marking, shown, rows, approval_id)
            values (:number, :client, :at, :person, :personName, :role, :address, :token, :path,
              :query, :name, :marking, :shown, :rows, :approval)\
            """)
        .param("number", number)
        .param("client", one.clientId())
        .param("at", Sql.at(one.at()))
        .param("person", one.personId())
        .param("personName", one.personName())
        .param("role", one.role())
        .param("address", one.address())
        .param("token", one.token())
        .param("path", one.path())
        .param("query", one.query())
        .param("name", one.name())
        .param("marking", one.marking())
        .param("shown", one.shown())
        .param("rows", one.rows())
        .param("approval", one.approvalId())
        .update();
  }

  void finish(long number, long bytes, String sha256) {
    jdbc.sql("update export_log set bytes = :bytes, sha256 = :sha256 where number = :number")
        .param("bytes", bytes)
        .param("sha256", sha256)
        .param("number", number)
        .update();
  }

  private static Export export(ResultSet row, int rowNumber) throws SQLException {
    return new Export(
        Export.number(row.getLong("number")),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.instant(row, "at"),
        Sql.uuid(row, "person_id"),
        Sql.text(row, "person_name"),
        Sql.text(row, "role"),
        row.getString("address"),
        row.getString("token"),
        Sql.text(row, "path"),
        Sql.text(row, "query"),
        Sql.text(row, "name"),
        Sql.text(row, "marking"),
        row.getBoolean("shown"),
        row.getObject("rows", Long.class),
        Sql.uuidOrNull(row, "approval_id"),
        row.getObject("bytes", Long.class),
        row.getString("sha256"));
  }
}
