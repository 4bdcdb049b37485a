package org.shouyue.server.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.policy.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The policy in force. Asked at every request, so it is remembered for [#FRESH]: a change reaches
/// the other nodes within that time, this one at once.
@Repository
class Policies {
  static final Duration FRESH = Duration.ofSeconds(5);

  private record Read(Policy policy, Instant at) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final WallClock clock;
  private final ApplicationEventPublisher events;
  private volatile @Nullable Read last;

  Policies(JdbcClient jdbc, JsonMapper json, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  Policy present() {
    Instant now = clock.instant();
    Read read = last;
    if (read == null || read.at().plus(FRESH).isBefore(now)) {
      read = new Read(stored(), now);
      last = read;
    }
    return read.policy();
  }

  private Policy stored() {
    return jdbc.sql("select body from security_policy")
        .query((row, _) -> json.readValue(Sql.text(row, "body"), Policy.class))
        .optional()
        .orElse(Policy.USUAL);
  }

  @Transactional
  void set(Policy policy) {
    jdbc.sql(
            """
            insert into security_policy (id, body, changed_at) values (1, :body::jsonb, :now)
            on conflict (id) do update set body = excluded.body, changed_at = excluded.changed_at
            """)
        .param("body", json.writeValueAsString(policy))
        .param("now", Sql.at(clock.instant()))
        .update();
    last = null;
    events.publishEvent(
        new Changed(null, "policy.changed", "policy/security", Map.of("policy", policy)));
  }
}
