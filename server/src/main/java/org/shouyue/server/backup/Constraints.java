package org.shouyue.server.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The foreign keys and triggers of a database, lifted while tables are filled in any order. Done
/// as the owner of the tables; to have PostgreSQL overlook them would need a superuser.
record Constraints(List<ForeignKey> keys, List<String> tables) {

  /// One foreign key.
  ///
  /// @param table as SQL names it
  record ForeignKey(String table, String name, String definition) {}

  static Constraints lift(Schema schema) throws SQLException {
    List<ForeignKey> keys = new ArrayList<>();
    try (Statement statement = schema.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace
                order by 1, 2\
                """)) {
      while (rows.next()) {
        keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    for (ForeignKey key : keys) {
      schema.run(
          "alter table %s drop constraint %s".formatted(key.table(), Schema.quoted(key.name())));
    }
    List<String> tables = schema.tables();
    for (String table : tables) {
      schema.run("alter table %s disable trigger user".formatted(Schema.quoted(table)));
    }
    return new Constraints(List.copyOf(keys), tables);
  }

  /// Puts them back; fails when a row points to nothing.
  void putBack(Schema schema) throws SQLException {
    for (String table : tables) {
      schema.run("alter table %s enable trigger user".formatted(Schema.quoted(table)));
    }
    for (ForeignKey key : keys) {
      schema.run(
          "alter table %s add constraint %s %s"
              .formatted(key.table(), Schema.quoted(key.name()), key.definition()));
    }
  }
}
