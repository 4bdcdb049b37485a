package org.shouyue.server.web;

import java.time.Instant;
import java.util.Map;
import org.shouyue.server.clock.ServerClock;
import org.shouyue.server.tenant.AllowedToAll;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class HealthController {
  private final JdbcClient jdbc;
  private final ServerClock clock;

  HealthController(JdbcClient jdbc, ServerClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Health(String status, Map<String, String> parts, Instant now) {}

  @GetMapping("/api/health")
  @AllowedToAll(because = "whoever watches the server has no account")
  ResponseEntity<Health> health() {
    try {
      int one = jdbc.sql("select 1").query(Integer.class).single();
      return ResponseEntity.ok(
          new Health("up", Map.of("database", one == 1 ? "up" : "odd"), clock.instant()));
    } catch (DataAccessException _) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .body(new Health("down", Map.of("database", "down"), Instant.EPOCH));
    }
  }
}
