package org.shouyue.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.server.work.Uptime.Outage;

class UptimeTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofHours(100));

  @Test
  void anOutageLastsFromTheFirstProbeThatIsDownToTheNextThatIsUp() {
    Uptime uptime = Uptime.of(FROM, TO, List.of(up(1), down(10), down(11), up(12), up(50)));

    assertThat(uptime.outages()).containsExactly(new Outage(hour(10), hour(12)));
    assertThat(uptime.share()).isEqualByComparingTo("0.98");
    assertThat(uptime.down()).isEqualTo(2);
  }

  @Test
  void aProbeThatCouldNotSayNeitherBeginsNorEndsAnOutage() {
    Uptime uptime = Uptime.of(FROM, TO, List.of(unsaid(5), down(10), unsaid(11), up(12)));

    assertThat(uptime.outages()).containsExactly(new Outage(hour(10), hour(12)));
    assertThat(uptime.said()).isEqualTo(2);
    assertThat(uptime.unsaid()).isEqualTo(2);
  }

  @Test
  void anOutageThatNobodySawEndLastsToTheEndOfTheWindow() {
    assertThat(Uptime.of(FROM, TO, List.of(down(90))).outages())
        .containsExactly(new Outage(hour(90), TO));
  }

  @Test
  void withoutAProbeNothingIsSaidAboutTheShare() {
    assertThat(Uptime.of(FROM, TO, List.of()).share()).isNull();
    assertThat(Uptime.of(FROM, TO, List.of(unsaid(3))).share()).isNull();
  }

  private static Probe up(int hour) {
    return new Probe(hour(hour), true, 12, "HTTP 200");
  }

  private static Probe down(int hour) {
    return new Probe(hour(hour), false, 12, "HTTP 500");
  }

  private static Probe unsaid(int hour) {
    return new Probe(hour(hour), null, null, "refused by the permit");
  }

  private static Instant hour(int hour) {
    return FROM.plus(Duration.ofHours(hour));
  }
}
