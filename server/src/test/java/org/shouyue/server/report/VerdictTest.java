package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Lines;

class VerdictTest {

  @Test
  void neverExecutedIsMissedWhateverElseWasDone() {
    assertThat(verdict("P1M", Outcome.DONE, Outcome.UNKNOWN, Outcome.LATE, Outcome.MISSED))
        .isEqualTo(Verdict.MISSED);
  }

  @Test
  void undecidableIsNeverPassed() {
    assertThat(verdict("P1M", Outcome.DONE, Outcome.UNKNOWN)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void promiseWithoutAnyOccurrenceIsUnknownUnlessItWaitsForAnEvent() {
    assertThat(verdict("continuous")).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(null)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict("on-event")).isEqualTo(Verdict.NO_OCCASION);
  }

  @Test
  void nothingDueYetIsNeitherKeptNorMissed() {
    assertThat(verdict("P1Y", Outcome.UPCOMING)).isEqualTo(Verdict.NOT_DUE);
  }

  @Test
  void lateIsSaidEvenWhenTheRestWasInTime() {
    assertThat(verdict("P1M", Outcome.DONE, Outcome.LATE, Outcome.WAIVED)).isEqualTo(Verdict.LATE);
  }

  @Test
  void doneWithoutATimeIsRefused() {
    assertThatThrownBy(() ->
            new Occurrence(
                "o",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                Outcome.DONE,
                null,
                null,
                null,
                List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time of performance");
  }

  private static Verdict verdict(String frequency, Outcome... outcomes) {
    var occurrences =
        Arrays.stream(outcomes)
            .map(o ->
                new Occurrence(
                    "o",
                    Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(60),
                    o,
                    o == Outcome.DONE || o == Outcome.LATE ? Instant.EPOCH : null,
                    null,
                    null,
                    List.of()))
            .toList();
    return new ClauseRow(
            "1", "1", "t", "p", Lines.at(1), frequency, null, false, true, occurrences, List.of())
        .verdict();
  }
}
