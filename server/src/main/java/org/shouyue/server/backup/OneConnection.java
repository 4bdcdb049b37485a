package org.shouyue.server.backup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A data source that hands out one connection again and again and leaves its transaction alone, so
/// that what others do with it becomes a part of that transaction.
final class OneConnection {
  private static final Set<String> LEFT_OUT =
      Set.of("commit", "rollback", "close", "setAutoCommit", "setReadOnly");

  private OneConnection() {}

  static DataSource of(Connection connection) {
    Connection tame =
        (Connection)
            Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                  if (LEFT_OUT.contains(method.getName())) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new SingleConnectionDataSource(tame, true);
  }
}
