package org.shouyue.server.asset;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whether all outward connections, of every node and for every client, are cut.
@Repository
class KillSwitch {
  private final JdbcClient jdbc;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  KillSwitch(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// @param by who moved it last; null when nobody ever did
  record State(boolean on, String reason, @Nullable String by, @Nullable Instant at) {}

  State state() {
    return jdbc.sql("select * from kill_switch where id = 1")
        .query((row, _) ->
            new State(
                row.getBoolean("thrown"),
                Sql.text(row, "reason"),
                row.getString("by"),
                Sql.instantOrNull(row, "at")))
        .optional()
        .orElse(new State(false, "", null, null));
  }

  @Transactional
  void set(boolean on, String reason) {
    jdbc.sql(
            """
            insert into kill_switch (id, thrown, reason, by, at) values (1, :on, :reason, :by, :at)
            on conflict (id) do update set thrown = excluded.thrown, reason = excluded.reason,
              by = excluded.by, at = excluded.at
            """)
        .param("on", on)
        .param("reason", reason)
        .param("by", Caller.current().name())
        .param("at", Sql.at(clock.instant()))
        .update();
    events.publishEvent(
        new Changed(
            null,
            on ? "kill-switch.thrown" : "kill-switch.released",
            "kill-switch",
            Map.of("reason", reason)));
  }
}
