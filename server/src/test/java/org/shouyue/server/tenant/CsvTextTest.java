package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {
  @Test
  void readsQuotedCells() {
    assertThat(CsvText.lines("a,\"b,\"\"c\"\"\nd\",e\r\nf\n"))
        .containsExactly(List.of("a", "b,\"c\"\nd", "e"), List.of("f"));
  }

  @Test
  void readsAnEmptyFileAndAnUnendedQuote() {
    assertThat(CsvText.lines("")).isEmpty();
    assertThat(CsvText.lines("a,\"b")).containsExactly(List.of("a", "b"));
    assertThat(CsvText.lines("a,,\n\nb")).hasSize(3).first().isEqualTo(List.of("a", "", ""));
  }
}
