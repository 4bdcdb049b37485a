package org.shouyue.server.work;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.shouyue.server.testing.TestDatabase;

/// Looks again and again at what the sessions of one database wait for.
final class SessionWaits implements AutoCloseable {
  private static final long EVERY_NANOS = 10_000_000;

  private final TestDatabase.Address database;
  private final Map<String, Integer> seen = new TreeMap<>();
  private int looks;
  private volatile boolean watching;
  private Thread watcher = Thread.ofVirtual().unstarted(() -> {});

  SessionWaits(TestDatabase.Address database) {
    this.database = database;
  }

  /// Begins to look.
  void watch() {
    watching = true;
    watcher = Thread.ofPlatform().daemon().start(this::look);
  }

  private void look() {
    try (Connection connection = database.connect();
        var statement =
            connection.prepareStatement(
                """
                select state || ' ' || coalesce(wait_event_type || '/' || wait_event, 'on a processor')
                  || case when wait_event_type in ('Lock', 'LWLock') or wait_event is null
                     then ': ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 60) else '' end
                from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'\
                """)) {
      while (watching) {
        looks++;
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            seen.merge(rows.getString(1), 1, Integer::sum);
          }
        }
        LockSupport.parkNanos(EVERY_NANOS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Stops looking and tells the average number of sessions in each condition.
  String told() throws InterruptedException {
    watching = false;
    watcher.join();
    StringBuilder told = new StringBuilder();
    seen.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(12)
        .forEach(one ->
            told.append("  %5.2f %s%n".formatted((double) one.getValue() / looks, one.getKey())));
    return told.toString();
  }

  @Override
  public void close() {
    watching = false;
  }
}
