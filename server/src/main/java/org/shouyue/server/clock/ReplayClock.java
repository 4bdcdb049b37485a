package org.shouyue.server.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A clock that stands still until it is moved. Its position is in the database, so that all nodes
/// agree and a restart goes on where it was; a node sees another's move within a fifth of a second.
final class ReplayClock implements ServerClock {
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private record Read(Instant position, long atNanos) {}

  private final JdbcClient jdbc;
  private volatile Read last;

  /// Begins at this instant, unless the database has a position already.
  ReplayClock(JdbcClient jdbc, Instant start) {
    this.jdbc = jdbc;
    jdbc.sql(
            """
            insert into replay_clock (id, position) values (1, :position)
            on conflict (id) do nothing
            """)
        .param("position", OffsetDateTime.ofInstant(start, ZoneOffset.UTC))
        .update();
    this.last = new Read(position(), System.nanoTime());
  }

  @Override
  public Instant instant() {
    Read read = last;
    if (System.nanoTime() - read.atNanos() > FRESH_NANOS) {
      read = new Read(position(), System.nanoTime());
      last = read;
    }
    return read.position();
  }

  @Override
  public String origin() {
    return "replay";
  }

  @Override
  public void moveTo(Instant instant) {
    int moved =
        jdbc.sql("update replay_clock set position = :to where id = 1 and position <= :to")
            .param("to", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
            .update();
    if (moved == 0) {
      throw new IllegalArgumentException(
          "the clock stands at " + position() + " and does not go back to " + instant);
    }
    last = new Read(instant, System.nanoTime());
  }

  private Instant position() {
    return jdbc.sql("select position from replay_clock where id = 1")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
