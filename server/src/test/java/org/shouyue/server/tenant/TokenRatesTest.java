package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenRatesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final TokenRates rates = new TokenRates();

  @Test
  void letsABurstThroughAndThenSoManyASecond() {
    UUID token = UUID.randomUUID();
    for (int i = 0; i < TokenRates.BURST; i++) {
      assertThat(rates.wait(token, NOW)).isEmpty();
    }

    assertThat(rates.wait(token, NOW)).contains(Duration.ofMillis(100));
    assertThat(rates.wait(token, NOW)).as("being turned away costs nothing more").isPresent();
    for (int i = 0; i < TokenRates.PER_SECOND; i++) {
      assertThat(rates.wait(token, NOW.plusSeconds(1))).isEmpty();
    }
    assertThat(rates.wait(token, NOW.plusSeconds(1))).isPresent();
    assertThat(rates.wait(UUID.randomUUID(), NOW)).as("another token").isEmpty();
  }
}
