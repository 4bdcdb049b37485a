package org.shouyue.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.calendar.WorkCalendar;

/// A thousand contracts of fifty services over three years are planned while somebody waits.
class PlanningSpeedTest {

  private static final int CONTRACTS = 1_000;
  private static final int SERVICES = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> CYCLES =
      List.of(
          "P1D",
          "P2D",
          "P7D",
          "P1M",
          "P1M",
          "P3M",
          "P3M",
          "P6M",
          "P1Y",
          "R2/P1Y",
          "once",
          "continuous",
          "on-event",
          "on-request");

  @Test
  void plansAThousandContractsInSeconds() {
    long obligations = 0;
    long started = System.nanoTime();
    for (int n = 0; n < CONTRACTS; n++) {
      LocalDate from = LocalDate.of(2023, 1, 1).plusDays(n % 365);
      Contract contract =
          Contracts.of(
              from, from.plusYears(3).minusDays(1), services().toArray(new ServiceItem[0]));
      ContractPlan plan =
          (ContractPlan) ContractPlanner.plan(contract, PlanInputs.of(null, WorkCalendar.china()));
      obligations += plan.obligations().size();
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - started);

    System.out.printf(
        "planned %,d obligations of %d contracts x %d services x 3 years in %d ms%n",
        obligations, CONTRACTS, SERVICES, taken.toMillis());
    assertThat(obligations).isGreaterThan(1_000_000);
    assertThat(taken).isLessThan(PATIENCE);
  }

  private static List<ServiceItem> services() {
    List<ServiceItem> services = new ArrayList<>();
    for (int i = 0; i < SERVICES; i++) {
      String cycle = CYCLES.get(i % CYCLES.size());
      Deadline deadline = i % 3 == 0 && cycle.endsWith("M") ? new Deadline(null, null, 25) : null;
      services.add(Contracts.service("s" + i, cycle, null, deadline));
    }
    return services;
  }
}
