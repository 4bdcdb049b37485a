package org.shouyue.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.shouyue.server.database.DatabaseOwner;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.postgres.EmbeddedPostgres;

/// The one PostgreSQL of a test run: kept below `target`, so that only the first run unpacks it.
public final class TestDatabase {
  private static final EmbeddedPostgres POSTGRES = start();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    Path place = Path.of(System.getProperty("shouyue.test.home", "target/test-postgres"));
    EmbeddedPostgres postgres = EmbeddedPostgres.open(new ServerHome(place));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    return postgres;
  }

  /// A new empty database.
  public static Address fresh() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    return new Address(POSTGRES.url(name), POSTGRES.user(), POSTGRES.password(), name);
  }

  /// A new database with all tables in place: a copy of one that was migrated once, for the
  /// migrations take longer than all else at a server's start. The server looks whether any is
  /// missing all the same.
  public static Address migrated() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection =
            DriverManager.getConnection(
                POSTGRES.url("postgres"), POSTGRES.user(), POSTGRES.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + Migrated.TEMPLATE.name());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Address(POSTGRES.url(name), POSTGRES.user(), POSTGRES.password(), name);
  }

  /// The database that the others are copies of; made when first wanted.
  private static final class Migrated {
    static final Address TEMPLATE = fresh();

    static {
      new DatabaseOwner(TEMPLATE.url(), TEMPLATE.user(), TEMPLATE.password()).prepare();
    }
  }

  /// Where a database is, as its owner sees it.
  public record Address(String url, String user, String password, String name) {
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }

    public void drop() {
      try (Connection connection =
              DriverManager.getConnection(POSTGRES.url("postgres"), user, password);
          var statement = connection.createStatement()) {
        statement.execute("drop database if exists " + name + " with (force)");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// A new folder below `target` for a server's home.
  public static Path freshHome() {
    try {
      Files.createDirectories(Path.of("target"));
      return Files.createTempDirectory(Path.of("target"), "home-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
