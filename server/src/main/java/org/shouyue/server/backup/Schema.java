package org.shouyue.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The tables of a database, as its owner sees them.
record Schema(Connection connection) {
  private static final String HISTORY = "flyway_schema_history";

  /// Makes values look the same whatever the session's settings are.
  void plainText() throws SQLException {
    run("set local datestyle = 'ISO'");
    run("set local intervalstyle = 'postgres'");
    run("set local timezone = 'UTC'");
    run("set local extra_float_digits = 3");
    run("set local statement_timeout = 0");
    run("set local row_security = off");
  }

  List<String> tables() throws SQLException {
    return texts(
        """
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '%s'
        order by relname\
        """
            .formatted(HISTORY));
  }

  /// The columns that hold values of their own, in order.
  List<String> columns(String table) throws SQLException {
    return texts(
        """
        select attname from pg_attribute
        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum\
        """
            .formatted(quoted(table).replace("'", "''")));
  }

  /// The migrations that were applied; none when the database was never prepared.
  List<Manifest.Migration> migrations() throws SQLException {
    if (texts("select to_regclass('public." + HISTORY + "')::text").getFirst().isEmpty()) {
      return List.of();
    }
    List<Manifest.Migration> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select script, checksum from "
                    + HISTORY
                    + " where success and type = 'SQL' order by script")) {
      while (rows.next()) {
        found.add(
            new Manifest.Migration(
                Objects.requireNonNull(rows.getString(1)), rows.getObject(2, Integer.class)));
      }
    }
    return found;
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select sequencename, last_value from pg_sequences where schemaname = 'public'")) {
      while (rows.next()) {
        found.add(
            new Manifest.Sequence(
                Objects.requireNonNull(rows.getString(1)), rows.getObject(2, Long.class)));
      }
    }
    return found;
  }

  /// The first column of every row; empty text for null.
  List<String> texts(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(Objects.requireNonNullElse(rows.getString(1), ""));
      }
    }
    return found;
  }

  long count(String table) throws SQLException {
    return Long.parseLong(texts("select count(*) from " + quoted(table)).getFirst());
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String listed(List<String> columns) {
    return columns.stream().map(Schema::quoted).collect(Collectors.joining(", "));
  }
}
