package org.shouyue.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The nodes that show signs of life. Beats come every half second; a node without one for three
/// seconds is dead, and what it was sending is sent again under the same identifier.
@Repository
class Nodes {
  static final Duration DEAD_AFTER = Duration.ofSeconds(3);
  private static final Duration FORGET_AFTER = Duration.ofDays(1);

  private final JdbcClient jdbc;

  Nodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void beat(UUID node, Instant now) {
    jdbc.sql(
            """
            insert into notice_node (id, seen_at) values (:id, :now)
            on conflict (id) do update set seen_at = excluded.seen_at
            """)
        .param("id", node)
        .param("now", Sql.at(now))
        .update();
  }

  /// Forgets this node, and those that died long ago.
  void leave(UUID node, Instant now) {
    jdbc.sql("delete from notice_node where id = :id or seen_at < :old")
        .param("id", node)
        .param("old", Sql.at(now.minus(FORGET_AFTER)))
        .update();
  }
}
