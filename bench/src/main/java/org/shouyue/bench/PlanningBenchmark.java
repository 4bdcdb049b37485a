package org.shouyue.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.Term;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.ContractPlanner;
import org.shouyue.contract.plan.PlanInputs;

/// Plans a thousand contracts of fifty service items over three years, one after the other; counts
/// contracts and obligations.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanningBenchmark {

  private static final int CONTRACTS = 1_000;
  private static final int SERVICES = 50;
  private static final int YEARS = 3;

  /// From every day to once, and what has no date.
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

  /// The contracts, each beginning on another day of a year.
  @State(Scope.Thread)
  public static class Shelf {
    private final List<Contract> contracts =
        IntStream.range(0, CONTRACTS).mapToObj(PlanningBenchmark::contract).toList();
    private final PlanInputs inputs = PlanInputs.of(null, WorkCalendar.china());
    private int next;

    Contract next() {
      next = (next + 1) % CONTRACTS;
      return contracts.get(next);
    }
  }

  /// What comes out beside the plans.
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Planned {
    public long obligations;
  }

  @Benchmark
  public ContractPlan contracts(Shelf shelf, Planned planned) {
    ContractPlan plan = (ContractPlan) ContractPlanner.plan(shelf.next(), shelf.inputs);
    planned.obligations += plan.obligations().size();
    return plan;
  }

  private static Contract contract(int n) {
    LocalDate from = LocalDate.of(2023, 1, 1).plusDays(n % 365);
    LocalDate to = from.plusYears(YEARS).minusDays(1);
    return new Contract(
        null,
        null,
        null,
        null,
        new Term(from, to, null, Term.Start.FIXED, null, null, null),
        null,
        IntStream.range(0, SERVICES).mapToObj(PlanningBenchmark::service).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ServiceItem service(int n) {
    String cycle = CYCLES.get(n % CYCLES.size());
    Deadline by25th = n % 3 == 0 && cycle.endsWith("M") ? new Deadline(null, null, 25) : null;
    return new ServiceItem(
        "s" + n,
        "s" + n,
        "服务 " + n,
        "",
        null,
        Capability.OTHER,
        Frequency.parse(cycle),
        null,
        by25th,
        List.of(),
        List.of(),
        false);
  }
}
