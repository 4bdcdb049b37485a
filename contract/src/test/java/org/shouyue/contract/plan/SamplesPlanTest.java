package org.shouyue.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouyue.contract.Contract;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.language.ContractYaml;

/// Plans what the hand-made keys of the shipped samples say.
class SamplesPlanTest {

  private static final Path KEYS = Path.of("samples", "keys");

  static List<Path> keys() throws IOException {
    try (Stream<Path> files = Files.list(KEYS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void datesEveryServiceThatSaysHowOften(Path key) throws IOException {
    Contract contract = contract(key);

    ContractPlan plan = planned(contract);

    assertThat(plan.dated()).isNotEmpty();
    assertThat(plan.unplanned())
        .extracting(Unplanned::reason)
        .isSubsetOf(Unplanned.Reason.NO_FREQUENCY, Unplanned.Reason.NOT_PURCHASED);
    assertThat(plan.dated())
        .allSatisfy(one -> {
          assertThat(plan.term().contains(one.window().firstDay())).isTrue();
          assertThat(plan.term().contains(one.dueDate())).isTrue();
        });
  }

  @Test
  void paysAMonthlyFeeEighteenTimes() throws IOException {
    ContractPlan plan = planned(contract(KEYS.resolve("cloud-availability.yaml")));

    assertThat(plan.payments()).hasSize(18);
    assertThat(plan.payments().stream().map(PlannedPayment::amount).reduce(BigDecimal::add))
        .contains(new BigDecimal("1080000"));
    assertThat(plan.payments().getFirst().due()).isEqualTo("2026-04-15");
  }

  private static Contract contract(Path key) throws IOException {
    return ContractYaml.read(key.toString(), Files.readString(key)).orThrow();
  }

  private static ContractPlan planned(Contract contract) {
    return (ContractPlan)
        ContractPlanner.plan(
            contract,
            PlanInputs.of(LocalDate.of(2026, 3, 2), WorkCalendar.china())
                .decided(contract.ambiguities()));
  }
}
