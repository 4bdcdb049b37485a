package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /// The key of RFC 6238, appendix B.
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
  }

  @Test
  void acceptsTheNeighbouringStepsAndNoOther() {
    Instant now = Instant.ofEpochSecond(1_000_000);
    long step = 1_000_000 / 30;

    for (long offset = -1; offset <= 1; offset++) {
      assertThat(Totp.match(SECRET, Totp.code(SECRET, step + offset, 6), now))
          .hasValue(step + offset);
    }
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2, 6), now)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2, 6), now)).isEmpty();
    assertThat(Totp.match(SECRET, "", now)).isEmpty();
  }

  /// The vectors of RFC 4648, without padding.
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesSecretsInBase32(String text, String encoded) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }
}
