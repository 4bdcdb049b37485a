package org.shouyue.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {
  private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");

  /// The table of GB/T 20986-2023, clause 6.
  @ParameterizedTest
  @CsvSource({
    "special,   extreme,      extraordinary",
    "special,   severe,       major",
    "special,   considerable, considerable",
    "special,   minor,        general",
    "important, extreme,      major",
    "important, severe,       considerable",
    "important, considerable, general",
    "important, minor,        general",
    "ordinary,  extreme,      considerable",
    "ordinary,  severe,       general",
    "ordinary,  considerable, general",
    "ordinary,  minor,        general"
  })
  void gradesByImportanceAndLoss(String importance, String loss, String grade) {
    assertThat(factors(importance, loss, "general").proposal()).isEqualTo(Grade.of(grade));
  }

  @ParameterizedTest
  @CsvSource({"extraordinary", "major", "considerable", "general"})
  void harmToSocietyAloneCanRaiseTheGrade(String impact) {
    assertThat(factors("ordinary", "minor", impact).proposal()).isEqualTo(Grade.of(impact));
  }

  @Test
  void owesReportsFromConsiderableOnAndSoonerForCriticalInfrastructure() {
    assertThat(Operator.OTHER.duties(Grade.GENERAL, KNOWN)).isEmpty();
    assertThat(Operator.OTHER.duties(Grade.CONSIDERABLE, KNOWN))
        .isEqualTo(
            Map.of(Operator.Duty.PROVINCIAL_CYBERSPACE_OFFICE, KNOWN.plus(Duration.ofHours(4))));
    assertThat(Operator.CRITICAL_INFRASTRUCTURE.duties(Grade.MAJOR, KNOWN))
        .containsOnlyKeys(Operator.Duty.PROTECTION_DEPARTMENT, Operator.Duty.POLICE)
        .containsValue(KNOWN.plus(Duration.ofHours(1)));
  }

  @Test
  void knowsTheFormsOfTraces() {
    assertThat(IndicatorType.IP.accepts("203.0.113.7")).isTrue();
    assertThat(IndicatorType.IP.accepts("2001:db8::1/64")).isTrue();
    assertThat(IndicatorType.IP.accepts("c2.example.cn")).isFalse();
    assertThat(IndicatorType.SHA256.accepts("ab")).isFalse();
    assertThat(IndicatorType.DOMAIN.plain(" C2.Example.CN ")).isEqualTo("c2.example.cn");
  }

  private static Factors factors(String importance, String loss, String impact) {
    return new Factors(
        Factors.Importance.of(importance), Factors.Loss.of(loss), Factors.Impact.of(impact));
  }
}
