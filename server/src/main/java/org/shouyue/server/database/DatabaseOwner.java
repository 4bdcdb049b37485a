package org.shouyue.server.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The account that owns the tables: prepares the database, backs it up and restores it. The
/// server's work is done by another account.
///
/// @param url where the database is
public record DatabaseOwner(String url, String user, String password) {
  /// The account that the server works as: owns nothing, cannot pass by row-level security.
  public static final String APP = "shouyue_app";

  /// Any number, the same in every node: two that start at once prepare one after the other.
  private static final long LOCK = 0x53484f55L;

  @Override
  public String toString() {
    return "DatabaseOwner[" + url + "]";
  }

  /// Creates the working account where absent and brings the tables up to date.
  public void prepare() {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      createAppRole(connection, statement);
      migrate(new DriverManagerDataSource(url, user, password), "classpath:db/migration");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "cannot prepare the database %s as %s: %s".formatted(url, user, e.getMessage()), e);
    }
  }

  /// A connection that sees every row of every client. The caller closes it.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /// Keeps every server from preparing this database until the connection ends, and creates the
  /// working account where absent.
  public void hold(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      createAppRole(connection, statement);
    }
  }

  /// The working account's password. It follows from the owner's, so that every node that knows the
  /// one knows the other.
  String appPassword() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(APP.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private void createAppRole(Connection connection, Statement statement) throws SQLException {
    boolean there;
    try (var roles =
        statement.executeQuery("select 1 from pg_roles where rolname = '" + APP + "'")) {
      there = roles.next();
    }
    if (there && appCanConnect()) {
      return;
    }
    statement.execute(
        "%s role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
            .formatted(there ? "alter" : "create", APP, appPassword()));
    statement.execute(
        "grant connect, temporary on database \""
            + connection.getCatalog().replace("\"", "\"\"")
            + "\" to "
            + APP);
  }

  private boolean appCanConnect() {
    try (Connection connection = DriverManager.getConnection(url, APP, appPassword())) {
      return connection.isValid(5);
    } catch (SQLException _) {
      return false;
    }
  }

  /// Applies the migrations that lie in a place to a database.
  public static void migrate(DataSource database, String location) {
    Flyway.configure()
        .dataSource(database)
        .locations(location)
        .outOfOrder(true) // each room numbers its own migrations
        .load()
        .migrate();
  }
}
