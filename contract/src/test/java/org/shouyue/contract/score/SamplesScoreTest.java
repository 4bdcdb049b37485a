package org.shouyue.contract.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.document.DocumentReader;

/// The samples in other layouts and other file formats, against their keys.
class SamplesScoreTest {
  private static final double WANTED = 0.85;

  @Test
  void areReadWellInEveryLayout() throws IOException {
    DocumentReader documents = new DocumentReader();

    ScoreReport report =
        ScoreReport.of(
            Path.of("samples"), Path.of("samples/keys"), file -> documents.read(file).lines());

    System.out.print(report.text());
    assertThat(report.totals())
        .allSatisfy((field, tally) -> {
          assertThat(tally.precision()).as(field).isGreaterThanOrEqualTo(WANTED);
          assertThat(tally.recall()).as(field).isGreaterThanOrEqualTo(WANTED);
        });
  }
}
