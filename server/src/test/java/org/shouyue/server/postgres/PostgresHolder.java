package org.shouyue.server.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.shouyue.server.home.ServerHome;

/// A process that uses a home's database until its standard input ends, or it is killed.
final class PostgresHolder {
  private PostgresHolder() {}

  /// @param args the home, and a row to add
  static void main(String[] args) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(new ServerHome(Path.of(args[0])))) {
      try (var connection =
              DriverManager.getConnection(
                  postgres.url("kept"), postgres.user(), postgres.password());
          var statement = connection.createStatement()) {
        statement.execute("create table if not exists note (text text)");
        statement.execute("insert into note values ('" + args[1] + "')");
      }
      System.out.println("ready " + postgres.pid());
      int _ = System.in.read();
    }
    System.out.println("closed");
  }
}
