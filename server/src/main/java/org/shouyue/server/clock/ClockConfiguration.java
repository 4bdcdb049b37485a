package org.shouyue.server.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Chooses the clock that the settings name.
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  private static final String REPLAY = "replay:";

  @Bean
  WallClock wallClock() {
    return new WallClock(InstantSource.system());
  }

  @Bean
  ServerClock serverClock(ServerSettings settings, JdbcClient jdbc) {
    @Nullable String clock = settings.clock();
    if (clock == null || clock.isBlank() || clock.equals("system")) {
      return new SystemClock(InstantSource.system());
    }
    if (!clock.startsWith(REPLAY)) {
      throw new IllegalArgumentException(
          "SHOUYUE_CLOCK must be system or replay:<instant>, not " + clock);
    }
    try {
      return new ReplayClock(jdbc, Instant.parse(clock.substring(REPLAY.length())));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "SHOUYUE_CLOCK must name an instant as in replay:2026-01-01T00:00:00Z, not " + clock, e);
    }
  }
}
