package org.shouyue.server.duty;

import java.time.Instant;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was told already.
@Repository
class Told {
  private final JdbcClient jdbc;

  Told(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// True for the first who asks, on whichever node; the caller then tells it in this transaction.
  boolean first(UUID client, String key, Instant now) {
    return jdbc.sql(
                """
                insert into duty_told (client_id, key, told_at) values (:client, :key, :now)
                on conflict do nothing\
                """)
            .param("client", client)
            .param("key", key)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }
}
