package org.shouyue.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Rules.Quiet NIGHT =
      new Rules.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 30));

  @Test
  void waitsForTheEndOfANightThatSpansMidnight() {
    assertThat(Waiting.quiet(NIGHT, at("2026-01-05T23:10"), ZONE))
        .isEqualTo(at("2026-01-06T07:30"));
    assertThat(Waiting.quiet(NIGHT, at("2026-01-06T03:00"), ZONE))
        .isEqualTo(at("2026-01-06T07:30"));
  }

  @Test
  void doesNotWaitByDayOrWithoutQuietHours() {
    Instant noon = at("2026-01-05T12:00");

    assertThat(Waiting.quiet(NIGHT, noon, ZONE)).isEqualTo(noon);
    assertThat(Waiting.quiet(null, noon, ZONE)).isEqualTo(noon);
    assertThat(Waiting.quiet(NIGHT, at("2026-01-05T07:30"), ZONE))
        .isEqualTo(at("2026-01-05T07:30"));
  }

  @Test
  void gathersToTheHourOrTheMorning() {
    assertThat(Waiting.digest("hour", at("2026-01-05T12:10"), ZONE))
        .isEqualTo(at("2026-01-05T13:00"));
    assertThat(Waiting.digest("day", at("2026-01-05T12:10"), ZONE))
        .isEqualTo(at("2026-01-06T08:00"));
    assertThat(Waiting.digest("none", at("2026-01-05T12:10"), ZONE))
        .isEqualTo(at("2026-01-05T12:10"));
  }

  @Test
  void readsTitleAndBodyAndLeavesUnknownNamesToBeSeen() {
    Template text = Template.parse("工单 {number}\n第一行 {who}\n第二行\n");

    assertThat(text.names()).containsExactly("number", "who");
    assertThat(text.fill(Map.of("number", "T-1")))
        .isEqualTo(new Template("工单 T-1", "第一行 {who}\n第二行"));
  }

  @Test
  void waitsLongerEachTimeButNeverLongerThanFiveMinutes() {
    for (int attempt = 1; attempt < 40; attempt++) {
      assertThat(Backoff.after(attempt).toMillis())
          .isBetween(Math.min(150_000, 500L << Math.min(attempt - 1, 20)), 300_000L);
    }
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
