package org.shouyue.server.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Lets one node at a time build a package. A node that starts is given every request that is not
/// finished yet, also those that another node is at. The lock ends with its connection: a node that
/// dies leaves none behind.
@Component
class BuildLock {
  private final DataSource dataSource;

  BuildLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// Does the work when nobody else is at this acceptance, waiting until then. Not within a
  /// transaction: the lock has a connection of its own.
  void alone(UUID acceptance, Runnable work) {
    try (Connection connection = dataSource.getConnection()) {
      call(connection, "select pg_advisory_lock(hashtextextended(?, 711))", acceptance);
      try {
        work.run();
      } finally {
        call(connection, "select pg_advisory_unlock(hashtextextended(?, 711))", acceptance);
      }
    } catch (SQLException lost) {
      throw new DataAccessResourceFailureException("cannot lock acceptance " + acceptance, lost);
    }
  }

  private static void call(Connection connection, String sql, UUID acceptance) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, acceptance.toString());
      statement.execute();
    }
  }
}
