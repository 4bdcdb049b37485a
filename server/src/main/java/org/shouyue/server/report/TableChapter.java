package org.shouyue.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A chapter that is one table, told by one query: what most rooms add to a dossier.
///
/// @param key begins with the room's name
/// @param columns as many as the query has
/// @param names what codes among the cells are called; others stand as they are
/// @param sql may use `:client`, `:contract`, `:from` and `:to` (instants, the end excluded); times
///   are told to the minute in the span's zone, nulls as a dash
public record TableChapter(
    String key,
    String chinese,
    String english,
    List<Block.Column> columns,
    Map<String, String> names,
    String sql) {

  public TableChapter {
    columns = List.copyOf(columns);
    names = Map.copyOf(names);
  }

  /// The chapter over a span; none when the query finds nothing. Callers bring the transaction.
  public List<Section> draw(JdbcClient jdbc, DossierSpan span) {
    List<List<Cell>> rows =
        jdbc.sql(sql)
            .param("client", span.clientId())
            .param("contract", span.contractId())
            .param("from", Sql.at(span.begin()))
            .param("to", Sql.at(span.end()))
            .query((row, _) -> cells(row, span.zone()))
            .list();
    return rows.isEmpty()
        ? List.of()
        : List.of(
            Section.of(
                key, chinese, english, List.of(Block.table(chinese + "表", "", columns, rows))));
  }

  private List<Cell> cells(ResultSet row, ZoneId zone) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    for (int n = 1; n <= columns.size(); n++) {
      cells.add(Cell.of(text(row.getObject(n), row, n, zone)));
    }
    return cells;
  }

  private String text(@Nullable Object value, ResultSet row, int n, ZoneId zone)
      throws SQLException {
    return switch (value) {
      case null -> Wording.minute(null, zone);
      case java.sql.Timestamp _ ->
          Wording.minute(row.getObject(n, OffsetDateTime.class).toInstant(), zone);
      default -> names.getOrDefault(value.toString(), value.toString());
    };
  }
}
