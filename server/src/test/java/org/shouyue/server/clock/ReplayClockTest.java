package org.shouyue.server.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shouyue.server.testing.ServerUnderTest;

class ReplayClockTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void standsWhereItWasMovedToOnEveryNodeAndAfterARestart() {
    try (ServerUnderTest server = new ServerUnderTest("shouyue.clock=replay:" + START).start();
        var second = server.startSecond()) {
      ServerClock clock = server.bean(ServerClock.class);
      assertThat(clock.instant()).isEqualTo(START);
      assertThat(clock.origin()).isEqualTo("replay");

      Instant later = START.plusSeconds(3600);
      clock.moveTo(later);

      assertThat(clock.instant()).isEqualTo(later);
      ServerClock other = second.getBean(ServerClock.class);
      long until = System.nanoTime() + 5_000_000_000L;
      while (!other.instant().equals(later)) {
        assertThat(System.nanoTime()).as("the other node never sees it").isLessThan(until);
        Thread.onSpinWait();
      }
      assertThatThrownBy(() -> clock.moveTo(START)).isInstanceOf(IllegalArgumentException.class);
      server.restart();
      assertThat(server.bean(ServerClock.class).instant()).isEqualTo(later);
    }
  }
}
