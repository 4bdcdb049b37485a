package org.shouyue.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Hands out connections on which PostgreSQL shows the rows of the visible clients only. The scope
/// is set anew each time a connection is taken, so that none carries over from its last user.
final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {
  private final HikariDataSource pool;

  ScopedDataSource(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      scope(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void scope(Connection connection) throws SQLException {
    String clients =
        TenantScope.visible().stream()
            .map(UUID::toString)
            .collect(Collectors.joining(",", "{", "}"));
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('shouyue.clients', ?, false)")) {
      statement.setString(1, clients);
      statement.execute();
    }
  }
}
