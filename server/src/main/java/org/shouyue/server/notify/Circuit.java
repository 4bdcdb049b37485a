package org.shouyue.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the answers say about a channel itself. One that failed ten times in a row, or for five
/// minutes without a success, is dead: a single message tries it every fifteen seconds, the others
/// wait, and new ones prefer another channel. The first success brings it back.
@Repository
class Circuit {
  private static final int DEADLY_FAILURES = 10;
  private static final Duration DEADLY_TIME = Duration.ofMinutes(5);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(15);

  private final JdbcClient jdbc;

  Circuit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Notes a failure; true when the channel died of it.
  boolean failed(UUID channel, String said, Instant now) {
    return jdbc.sql(
            """
            update notice_channel c set failures = c.failures + 1, last_said = :said,
              failing_since = coalesce(c.failing_since, :now),
              dead_since = coalesce(c.dead_since, case
                when c.failures + 1 >= :deadly or c.failing_since < :long then :now end),
              probe_at = :probe
            from (select id, dead_since from notice_channel where id = :id for update) was
            where c.id = was.id
            returning was.dead_since is null and c.dead_since is not null
            """)
        .param("id", channel)
        .param("said", said)
        .param("now", Sql.at(now))
        .param("deadly", DEADLY_FAILURES)
        .param("long", Sql.at(now.minus(DEADLY_TIME)))
        .param("probe", Sql.at(now.plus(PROBE_EVERY)))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /// Notes a success.
  ///
  /// @return since when the channel had been dead; null when it had not
  @Nullable Instant worked(UUID channel) {
    return jdbc.sql(
            """
            update notice_channel c set failures = 0, failing_since = null, dead_since = null,
              probe_at = null
            from (select id, dead_since from notice_channel
              where id = :id and (failures > 0 or dead_since is not null) for update) was
            where c.id = was.id returning was.dead_since as dead_since
            """)
        .param("id", channel)
        .query((row, _) -> java.util.Optional.ofNullable(Sql.instantOrNull(row, "dead_since")))
        .optional()
        .flatMap(found -> found)
        .orElse(null);
  }

  /// How many messages may go by a channel now, at most `wanted`. Locks the channel where its
  /// answer depends on what other nodes do.
  int allowance(Channel channel, int perMinute, int wanted, Instant now) {
    if (channel.dead()) {
      return jdbc.sql(
              """
              update notice_channel set probe_at = :next
              where id = :id and (probe_at is null or probe_at <= :now)
              """)
          .param("id", channel.id())
          .param("now", Sql.at(now))
          .param("next", Sql.at(now.plus(PROBE_EVERY)))
          .update();
    }
    if (perMinute == 0) {
      return wanted;
    }
    jdbc.sql("select id from notice_channel where id = :id for update")
        .param("id", channel.id())
        .query(UUID.class)
        .list();
    int sent =
        jdbc.sql(
                """
                select count(*) from delivery_attempt
                where channel_id = :id and at > :since and outcome is distinct from 'receipt'
                """)
            .param("id", channel.id())
            .param("since", Sql.at(now.minus(Duration.ofMinutes(1))))
            .query(Integer.class)
            .single();
    return Math.clamp(perMinute - sent, 0, wanted);
  }
}
