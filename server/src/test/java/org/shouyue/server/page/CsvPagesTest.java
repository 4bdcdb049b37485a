package org.shouyue.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvPagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain",
        "a,b|\"a,b\"",
        "say \"no\"|\"say \"\"no\"\"\"",
        "=HYPERLINK(1)|'=HYPERLINK(1)",
        "+86 10|'+86 10",
        "-5.20|-5.20",
        "-1+cmd|'-1+cmd",
        "@SUM(1,2)|\"'@SUM(1,2)\"",
        "``|``"
      })
  void writesCellsThatNoSpreadsheetRuns(String value, String cell) {
    assertThat(CsvPages.cell(value)).isEqualTo(cell);
  }
}
