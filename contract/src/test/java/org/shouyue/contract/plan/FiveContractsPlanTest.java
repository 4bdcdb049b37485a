package org.shouyue.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Contract;
import org.shouyue.contract.calendar.WorkCalendar;

class FiveContractsPlanTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();

  @Test
  void plansTheSiteOfContractOne() {
    ContractPlan plan = planned(Contracts.siteMaintenance(), null);

    List<PlannedObligation> everyOtherDay = of(plan, "2-15");
    assertThat(everyOtherDay).hasSize(183);
    assertThat(everyOtherDay.getFirst().window().from()).isEqualTo("2022-12-31T16:00:00Z");
    assertThat(everyOtherDay.getFirst().window().to()).isEqualTo("2023-01-02T16:00:00Z");
    assertThat(everyOtherDay.getLast().window().lastDay()).isEqualTo("2023-12-31");
    assertThat(of(plan, "4-5")).hasSize(12);
    assertThat(plan.standing()).singleElement().satisfies(s -> assertThat(s.proofs()).hasSize(12));
    assertThat(plan.rules())
        .extracting(PlannedRule::setOffBy)
        .containsExactly(PlannedRule.SetOffBy.EVENT, PlannedRule.SetOffBy.REQUEST);
    assertThat(plan.unplanned())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.serviceId()).isEqualTo("2-3");
          assertThat(one.reason()).isEqualTo(Unplanned.Reason.NO_FREQUENCY);
        });
    PlannedPayment payment = plan.payments().getFirst();
    assertThat(payment.amount()).isEqualByComparingTo("29000");
    assertThat(payment.due()).isNull();
    assertThat(payment.triggered(LocalDate.of(2023, 1, 19), CHINA).due()).isEqualTo("2023-02-07");
  }

  @Test
  void refusesContractTwoUntilItsContradictionIsDecided() {
    Contract contract = Contracts.platformSecurity();
    PlanInputs inputs = PlanInputs.of(LocalDate.of(2022, 5, 30), CHINA);

    PlanRefused refused = (PlanRefused) ContractPlanner.plan(contract, inputs);
    ContractPlan plan =
        (ContractPlan) ContractPlanner.plan(contract, inputs.decided(contract.ambiguities()));

    assertThat(refused.refusals())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.code()).isEqualTo(PlanRefused.Code.UNDECIDED);
          assertThat(one.lines()).isEqualTo(contract.ambiguities().getFirst().lines());
        });
    assertThat(plan.term()).isEqualTo(new ServiceTerm(day("2022-05-30"), day("2023-05-29")));
    assertThat(of(plan, "A.1"))
        .extracting(one -> one.window().firstDay())
        .containsExactly(
            day("2022-05-30"), day("2022-08-30"), day("2022-11-30"), day("2023-03-01"));
    assertThat(of(plan, "A.6")).hasSize(1);
    assertThat(of(plan, "A.7"))
        .extracting(one -> one.window().firstDay())
        .containsExactly(day("2022-05-30"), day("2022-11-30"));
    assertThat(of(plan, "A.7"))
        .as("at least two a year is broken only when the year ends")
        .allSatisfy(one -> assertThat(one.dueDate()).isEqualTo("2023-05-29"));
    assertThat(plan.payments().getFirst().triggeredOn()).isEqualTo("2022-05-30");
    assertThat(plan.payments().getFirst().due()).isNull();
    assertThat(plan.payments().getLast().due()).isEqualTo("2022-12-31");
    assertThat(plan.payments().getLast().amount()).isEqualByComparingTo("70000");
  }

  @Test
  void asksForTheBlankTermOfContractThree() {
    PlanRefused refused =
        (PlanRefused)
            ContractPlanner.plan(
                Contracts.managedOperations(), PlanInputs.of(day("2019-03-01"), CHINA));

    assertThat(refused.refusals())
        .extracting(PlanRefused.Refusal::code)
        .containsExactly(PlanRefused.Code.NO_TERM);
  }

  @Test
  void plansDeadlinesAndTheQuotaOfContractFour() {
    ContractPlan plan = planned(Contracts.portalMaintenance(), null);

    assertThat(of(plan, "1.1")).hasSize(53);
    assertThat(of(plan, "3.1")).hasSize(366);
    List<PlannedObligation> monthly = of(plan, "3.2-month");
    assertThat(monthly).hasSize(12);
    assertThat(monthly.getFirst().window().firstDay()).isEqualTo("2023-07-01");
    assertThat(monthly).allSatisfy(one -> assertThat(one.dueDate().getDayOfMonth()).isEqualTo(25));
    assertThat(of(plan, "3.2-quarter"))
        .extracting(one -> one.window().firstDay() + ".." + one.window().lastDay())
        .containsExactly(
            "2023-09-01..2023-09-10",
            "2023-12-01..2023-12-10",
            "2024-03-01..2024-03-10",
            "2024-06-01..2024-06-10");
    PlannedQuota quota = plan.quotas().getFirst();
    assertThat(quota.atMost()).isEqualTo(10);
    assertThat(quota.windows()).hasSize(1);
    assertThat(of(plan, "1.4")).isEmpty();
    PlannedPayment invoiced = plan.payments().getFirst().triggered(day("2023-07-03"), CHINA);
    assertThat(invoiced.due()).isEqualTo("2023-08-14");
    assertThat(invoiced.invoiceBy()).as("the invoice starts this payment").isNull();
  }

  @Test
  void datesTheMoneyOfContractFive() {
    ContractPlan plan = planned(Contracts.informationSecurity(), day("2025-09-15"));

    assertThat(plan.term()).isEqualTo(new ServiceTerm(day("2025-09-15"), day("2026-09-14")));
    assertThat(plan.payments())
        .extracting(one -> one.amount().toPlainString())
        .containsExactly("523250.00", "523250.00", "448500.00");
    assertThat(plan.payments())
        .extracting(PlannedPayment::due)
        .containsExactly(day("2025-09-28"), day("2026-03-27"), day("2026-09-28"));
    assertThat(plan.payments())
        .extracting(PlannedPayment::invoiceBy)
        .containsExactly(day("2025-09-22"), day("2026-03-20"), day("2026-09-20"));
    assertThat(plan.acceptances())
        .extracting(PlannedAcceptance::serviceUntil)
        .containsExactly(day("2026-03-14"), day("2026-09-14"));
    assertThat(plan.acceptances().getFirst().due()).isEqualTo("2026-04-03");
    assertThat(plan.acceptances().getFirst().mendBy(day("2026-04-01"))).isEqualTo("2026-04-16");
    assertThat(of(plan, "1.11"))
        .singleElement()
        .satisfies(one -> assertThat(one.dueAt()).isEqualTo(Instant.parse("2026-09-14T16:00:00Z")));
    assertThat(plan.calendar()).isEqualTo(CHINA.version());
    assertThat(plan.warnings()).isEmpty();
  }

  @Test
  void refusesContractFiveBeforeItIsSigned() {
    PlanRefused refused =
        (PlanRefused)
            ContractPlanner.plan(Contracts.informationSecurity(), PlanInputs.of(null, CHINA));

    assertThat(refused.refusals())
        .extracting(PlanRefused.Refusal::code)
        .containsExactly(PlanRefused.Code.NOT_SIGNED);
  }

  @Test
  void warnsWhenThePlanRunsPastTheCalendar() {
    ContractPlan plan = planned(Contracts.informationSecurity(), day("2026-06-01"));

    assertThat(plan.warnings())
        .singleElement()
        .satisfies(one -> assertThat(one.from()).isEqualTo("2027-01-01"));
  }

  private static ContractPlan planned(Contract contract, LocalDate signedOn) {
    return (ContractPlan) ContractPlanner.plan(contract, PlanInputs.of(signedOn, CHINA));
  }

  private static List<PlannedObligation> of(ContractPlan plan, String service) {
    return plan.obligations().stream().filter(one -> one.serviceId().equals(service)).toList();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
