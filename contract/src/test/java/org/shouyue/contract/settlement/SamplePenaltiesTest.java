package org.shouyue.contract.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel.Limit;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.ContractPlanner;
import org.shouyue.contract.plan.Contracts;
import org.shouyue.contract.plan.PlanInputs;
import org.shouyue.contract.reading.ContractReader;

/// What a broken limit costs under the clauses of the sample contracts, from their words to the
/// sum.
class SamplePenaltiesTest {
  private static final WorkCalendar CHINA = WorkCalendar.china();

  /// Each line: sample, the level's subject and grade, the limit that broke, what it costs.
  @ParameterizedTest(name = "{0}: {1} {2} {3} costs {4}")
  @CsvSource({
    "three-fault-levels, 故障, 一级, RESOLVE, 3000.00",
    "three-fault-levels, 故障, 二级, RESOLVE, 1000.00",
    "three-fault-levels, 故障, 三级, RESOLVE, 0.00",
    "three-fault-levels, 故障, 一级, RESPOND, 0.00",
    "managed-cloud-security, 事件, 一级, RESPOND, 0.5%",
    "managed-cloud-security, 事件, 一级, RESOLVE, 0.00",
    "managed-cloud-security, 事件, 二级, RESPOND, 0.00",
    "bilingual-monitoring, 服务水平, P1, RESPOND, 1%",
    "bilingual-monitoring, 服务水平, P1, RESOLVE, 1%",
    "bilingual-monitoring, 服务水平, P2, RESOLVE, 0.00",
    "county-site-group, 网站无法访问、页面被篡改, , RESOLVE, 5000.00",
    "county-site-group, 网站无法访问、页面被篡改, , RESPOND, 0.00",
    "cloud-availability, 应用中断, , RESOLVE, 0.00",
    "demo-site-and-host, 网站故障, , RESOLVE, 0.00",
    "two-year-quarterly, 故障, , RESOLVE, 0.00",
    "unseen/cloud-hosting, 故障, 一级, RESOLVE, 5000.00",
    "unseen/cloud-hosting, 故障, 一级, RESPOND, 0.00",
    "unseen/cloud-hosting, 故障, 二级, RESOLVE, 0.00",
    "unseen/app-dev-support, 一般问题, , RESPOND, 500.00",
    "unseen/app-dev-support, 一般问题, , RESOLVE, 0.00",
    "unseen/app-platform, 故障, 特急, RESPOND, 0.1%",
    "unseen/app-platform, 故障, 一般, RESOLVE, 0.1%",
    "unseen/app-platform, 故障, 一般, ON_SITE, 0.00",
    "unseen/soc-on-site, 安全事件, 特别重大, RESPOND, 3900.00",
    "unseen/soc-on-site, 安全事件, 特别重大, RESOLVE, 0.00",
  })
  void chargesOnlyTheClauseOfTheGradeAndTheLimit(
      String sample, String subject, String grade, Limit limit, String cost) throws IOException {
    Contract contract = sample(sample);

    Settlement settled =
        settle(
            contract,
            new SettlementEvent.SlaBreached(
                subject, grade, limit, "GD1", middle(contract), Duration.ofMinutes(5)));

    assertThat(settled.penaltiesOf(Penalty.Obligor.PROVIDER))
        .isEqualByComparingTo(
            cost.endsWith("%")
                ? contract
                    .total()
                    .amount()
                    .multiply(new BigDecimal(cost.replace("%", "")))
                    .movePointLeft(2)
                : new BigDecimal(cost));
  }

  @Test
  void countsTheLimitsOfOneTicketOnceForEachClause() throws IOException {
    Contract contract = sample("unseen/app-platform");
    LocalDate day = middle(contract);

    Settlement settled =
        settle(
            contract,
            broken("一般", Limit.RESPOND, "GD1", day),
            broken("一般", Limit.RESOLVE, "GD1", day),
            broken("特急", Limit.RESOLVE, "GD2", day));

    assertThat(ofProvider(settled))
        .singleElement()
        .satisfies(charge ->
            assertThat(charge.lines())
                .extracting(ChargeLine::reference)
                .containsExactly("GD1 respond", "GD2 resolve"));
  }

  @Test
  void leavesOpenWhatNobodyGraded() throws IOException {
    Contract contract = sample("three-fault-levels");

    Settlement settled = settle(contract, broken(null, Limit.RESOLVE, "GD7", middle(contract)));

    assertThat(ofProvider(settled)).isEmpty();
    assertThat(settled.unknown())
        .filteredOn(one -> one.clause().subject() == Penalty.Subject.SERVICE_LEVEL)
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.explanation().chinese()).contains("GD7", "等级未知"));
  }

  @Test
  void putsTheNarrowerClauseBeforeTheGeneralOne() {
    Penalty general = fixed("500", Penalty.Concern.ANY);
    Penalty first = fixed("3000", new Penalty.Concern(null, List.of("一级"), Set.of()));
    Contract contract =
        Contracts.contract(
            Contracts.informationSecurity().term(),
            "100000",
            List.of(),
            List.of(),
            List.of(),
            List.of(general, first));

    Settlement worst = settle(contract, broken("Ⅰ级", Limit.RESOLVE, "GD1", day("2025-10-01")));
    Settlement other = settle(contract, broken("二级", Limit.RESOLVE, "GD1", day("2025-10-01")));

    assertThat(worst.penaltiesOf(Penalty.Obligor.PROVIDER)).isEqualTo("3000.00");
    assertThat(worst.clauses().getFirst())
        .isInstanceOfSatisfying(
            ClauseResult.NothingOwed.class,
            one -> assertThat(one.explanation().chinese()).contains("更具体的约定"));
    assertThat(other.penaltiesOf(Penalty.Obligor.PROVIDER)).isEqualTo("500.00");
  }

  @Test
  void chargesNoBrokenLimitUnderContractsThatPriceNone() {
    Map<Contract, LocalDate> signed =
        Map.of(
            Contracts.siteMaintenance(), day("2023-01-01"),
            Contracts.platformSecurity(), day("2022-05-30"),
            Contracts.informationSecurity(), day("2025-09-15"));
    signed.forEach((contract, on) -> {
      ContractPlan plan = planned(contract, on);
      SettlementEvent broken = broken(null, Limit.RESOLVE, "GD1", plan.term().from().plusDays(9));

      Settlement settled =
          Settler.settle(contract, plan, new Facts(List.of(broken), plan.term().to(), CHINA));

      assertThat(ofProvider(settled)).isEmpty();
    });
  }

  private static List<ClauseResult.Charged> ofProvider(Settlement settled) {
    return settled.charges().stream()
        .filter(charge -> charge.party() == Penalty.Obligor.PROVIDER)
        .toList();
  }

  private static Penalty fixed(String sum, Penalty.Concern concern) {
    return new Penalty(
        Penalty.Obligor.PROVIDER,
        Penalty.Subject.SERVICE_LEVEL,
        null,
        Penalty.Per.CASE,
        null,
        null,
        new BigDecimal(sum),
        null,
        null,
        concern);
  }

  private static SettlementEvent broken(String grade, Limit limit, String ticket, LocalDate on) {
    return new SettlementEvent.SlaBreached("故障", grade, limit, ticket, on, Duration.ofMinutes(5));
  }

  private static Contract sample(String name) throws IOException {
    Path folder =
        name.startsWith("unseen/")
            ? Path.of("src/test/resources/org/shouyue/contract/score")
            : Path.of("samples");
    Path text = folder.resolve(name + ".txt");
    return new ContractReader().read(Files.readAllLines(text));
  }

  private static Settlement settle(Contract contract, SettlementEvent... events) {
    ContractPlan plan = planned(contract);
    return Settler.settle(
        contract, plan, new Facts(Arrays.asList(events), plan.term().to(), CHINA));
  }

  private static LocalDate middle(Contract contract) {
    return planned(contract).term().from().plusMonths(2);
  }

  private static ContractPlan planned(Contract contract) {
    return planned(contract, day("2026-03-02"));
  }

  private static ContractPlan planned(Contract contract, LocalDate signedOn) {
    return (ContractPlan)
        ContractPlanner.plan(
            contract, PlanInputs.of(signedOn, CHINA).decided(contract.ambiguities()));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
