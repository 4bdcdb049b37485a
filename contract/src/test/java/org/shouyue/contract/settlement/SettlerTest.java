package org.shouyue.contract.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;
import org.shouyue.contract.calendar.OfficeHours;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.ContractPlanner;
import org.shouyue.contract.plan.Contracts;
import org.shouyue.contract.plan.PlanInputs;

class SettlerTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();
  private static final Contract FIVE = Contracts.informationSecurity();

  @Test
  void explainsThreeLateDaysOfContractFive() {
    Settlement settlement =
        settle(
            FIVE,
            "2025-09-15",
            "2025-12-31",
            paidInTime(1, "523250.00", "2025-09-20"),
            new SettlementEvent.ObligationPerformed("1.6", 1, day("2025-10-14"), day("2025-10-17")),
            new SettlementEvent.ObligationPerformed(
                "1.6", 2, day("2025-11-14"), day("2025-11-14")));

    ClauseResult.Charged charge = settlement.charges().getFirst();
    assertThat(settlement.charges()).hasSize(1);
    assertThat(charge.party()).isEqualTo(Penalty.Obligor.PROVIDER);
    assertThat(charge.amount()).isEqualTo("2242.50");
    assertThat(charge.lines().getFirst().explanation())
        .isEqualTo(
            new Explanation(
                "逾期 3 日 × 0.0005 × 1,495,000.00 = 2,242.50，未达上限 299,000.00",
                "3 days late x 0.0005 x 1,495,000.00 = 2,242.50, cap 299,000.00 not reached"));
    assertThat(settlement.unknown()).isEmpty();
    assertThat(settlement.balance()).isEqualTo("-2242.50");
  }

  @Test
  void countsADayOnceHoweverMuchWasLateOnIt() {
    Settlement settlement =
        settle(
            FIVE,
            "2025-09-15",
            "2025-12-31",
            paidInTime(1, "523250.00", "2025-09-20"),
            new SettlementEvent.ObligationPerformed("1.6", 1, day("2025-10-14"), day("2025-10-17")),
            new SettlementEvent.ObligationPerformed(
                "1.11", 1, day("2025-10-16"), day("2025-10-18")));

    ClauseResult.Charged charge = settlement.charges().getFirst();
    assertThat(charge.amount()).isEqualTo("2990.00");
    assertThat(charge.lines().getLast().explanation().english())
        .startsWith("1 day late (1 more counted above) x 0.0005 x 1,495,000.00 = 747.50");
  }

  @Test
  void stopsAtTheCapOverAllLines() {
    Settlement settlement =
        settle(
            FIVE,
            "2025-09-15",
            "2027-12-31",
            new SettlementEvent.ObligationMissed("1.6", 1, day("2025-10-14"), day("2026-09-14")),
            new SettlementEvent.ObligationMissed("1.6", 9, day("2026-09-14"), null));

    ClauseResult.Charged charge =
        settlement.charges().stream()
            .filter(one -> one.party() == Penalty.Obligor.PROVIDER)
            .findFirst()
            .orElseThrow();
    assertThat(charge.amount()).isEqualTo("299000.00");
    assertThat(charge.lines()).hasSize(2);
    assertThat(charge.lines().getLast().explanation().english())
        .endsWith("cap 299,000.00 reached, 48,587.50 owed");
    assertThat(charge.lines().getLast().explanation().chinese()).contains("已达上限 299,000.00");
  }

  @Test
  void chargesContractTwoForWhatIsOverdueUpToItsCap() {
    Contract two = Contracts.platformSecurity();

    Settlement settlement =
        settle(
            two,
            "2022-05-30",
            "2023-05-29",
            new SettlementEvent.PaymentMade(1, new BigDecimal("70000"), day("2022-06-10")),
            new SettlementEvent.PaymentMade(2, new BigDecimal("70000"), day("2023-01-03")));

    ClauseResult.Charged charge = settlement.charges().getFirst();
    assertThat(charge.amount()).isEqualTo("3500.00");
    assertThat(charge.lines().getFirst().explanation().english())
        .isEqualTo(
            "3 days late x 0.05 x 70,000.00 = 10,500.00, cap 3,500.00 reached, 3,500.00 owed");
    assertThat(settlement.payments().getLast().state()).isEqualTo(PaymentLine.State.PAID_LATE);
    assertThat(settlement.payments().getFirst().state()).isEqualTo(PaymentLine.State.PAID);
  }

  @Test
  void followsThePartsOfAnInstalment() {
    Contract contract =
        with(
            "100000",
            List.of(),
            Contracts.penalty(
                Penalty.Obligor.CLIENT,
                Penalty.Subject.LATE_PAYMENT,
                "0.001",
                Penalty.Per.DAY,
                Penalty.Base.OVERDUE,
                null));

    Settlement settlement =
        settle(
            contract,
            "2025-03-01",
            "2025-03-31",
            new SettlementEvent.PaymentMade(1, new BigDecimal("40000"), day("2025-03-13")),
            new SettlementEvent.PaymentMade(1, new BigDecimal("10000"), day("2025-03-16")));

    assertThat(settlement.charges().getFirst().lines())
        .extracting(line -> line.explanation().english())
        .containsExactly(
            "2 days late x 0.001 x 100,000.00 = 200.00, no cap",
            "3 days late x 0.001 x 60,000.00 = 180.00, no cap",
            "15 days late x 0.001 x 50,000.00 = 750.00, no cap");
    PaymentLine line = settlement.payments().getFirst();
    assertThat(line.outstanding()).isEqualTo("50000.00");
    assertThat(line.daysLate()).isEqualTo(20);
    assertThat(settlement.balance()).isEqualTo("51130.00");
  }

  @Test
  void extendsTheTermOfContractOneByTwiceTheOutage() {
    Settlement settlement =
        settle(
            Contracts.siteMaintenance(),
            null,
            "2023-12-31",
            new SettlementEvent.Outage("网站故障", at("2023-03-01T08:00"), at("2023-03-03T10:30")),
            new SettlementEvent.Outage("网站故障", at("2023-04-01T08:00"), at("2023-04-02T08:00")));

    assertThat(settlement.credits())
        .singleElement()
        .satisfies(credit ->
            assertThat(credit.explanation().english())
                .isEqualTo(
                    "outage of 50 h 30 min, limit 48 h 0 min passed, x 2 = up to 101 h 0 min"
                        + " of extension"));
    assertThat(settlement.extension()).isEqualTo(Duration.ofHours(101));
    assertThat(settlement.extendedTo()).isEqualTo("2024-01-05");
  }

  @Test
  void findsTheLimitOfAnOutageInTheSentenceOfTheClause() {
    Penalty credit =
        Contracts.penalty(
            Penalty.Obligor.PROVIDER,
            Penalty.Subject.OUTAGE_CREDIT,
            "2",
            Penalty.Per.CASE,
            Penalty.Base.OUTAGE,
            null);
    ServiceLevel attack = resolveWithin("攻击", 2, 56);
    SettlementEvent outage =
        new SettlementEvent.Outage("首页", at("2025-04-01T00:00"), at("2025-04-03T00:00"));

    Settlement sameSentence =
        settle(
            with("29000", List.of(attack, resolveWithin("故障", 24, 1)), credit),
            "2025-03-01",
            "2025-12-31",
            outage);
    Settlement nobodyKnows =
        settle(
            with("29000", List.of(attack, resolveWithin("故障", 24, 94)), credit),
            "2025-03-01",
            "2025-12-31",
            outage);

    assertThat(sameSentence.extension()).isEqualTo(Duration.ofHours(96));
    assertThat(nobodyKnows.credits()).isEmpty();
    assertThat(nobodyKnows.unknown()).hasSize(1);
  }

  private static ServiceLevel resolveWithin(String subject, int hours, int line) {
    return new ServiceLevel(
        subject,
        null,
        null,
        null,
        Duration.ofHours(hours),
        CountedTime.ALWAYS,
        null,
        Lines.at(line));
  }

  @Test
  void callsUnknownWhatNobodyCanTell() {
    Settlement one =
        settle(
            Contracts.siteMaintenance(),
            null,
            "2023-12-31",
            new SettlementEvent.ObligationMissed("4-5", 2, day("2023-02-28"), null));
    Contract blankPrice =
        Contracts.contract(
            Contracts.siteMaintenance().term(),
            null,
            List.of(),
            List.of(),
            Contracts.managedOperations().payments(),
            Contracts.managedOperations().penalties());

    assertThat(one.unknown())
        .singleElement()
        .satisfies(clause -> {
          assertThat(clause.clause().subject()).isEqualTo(Penalty.Subject.BREACH);
          assertThat(clause.explanation().english()).contains("for the parties to decide");
        });
    assertThat(one.charges()).isEmpty();
    assertThat(settle(blankPrice, "2023-01-01", "2023-12-31").unknown())
        .singleElement()
        .satisfies(clause -> assertThat(clause.explanation().chinese()).contains("无法判断"));
  }

  @Test
  void namesTheInstalmentsWhoseDatesAreNotKnown() {
    Contract contract =
        Contracts.contract(
            fixedYear(),
            "29000",
            List.of(),
            List.of(),
            Contracts.siteMaintenance().payments(),
            List.of(
                Contracts.penalty(
                    Penalty.Obligor.CLIENT,
                    Penalty.Subject.LATE_PAYMENT,
                    "0.0003",
                    Penalty.Per.DAY,
                    Penalty.Base.TOTAL,
                    null)));

    Settlement waiting = settle(contract, null, "2025-12-31");
    Settlement funded =
        settle(
            contract,
            null,
            "2025-12-31",
            new SettlementEvent.PaymentTriggered(1, day("2025-06-02")),
            new SettlementEvent.PaymentMade(1, new BigDecimal("29000"), day("2025-06-23")));

    assertThat(waiting.unknown()).hasSize(1);
    assertThat(waiting.payments().getFirst().state()).isEqualTo(PaymentLine.State.NO_DATE);
    assertThat(funded.payments().getFirst().planned().due()).isEqualTo("2025-06-16");
    assertThat(funded.charges().getFirst().lines().getFirst().explanation().english())
        .isEqualTo("7 days late x 0.0003 x 29,000.00 = 60.90, no cap");
  }

  @Test
  void leavesOpenWhetherALateInvoiceExcusesALatePayment() {
    SettlementEvent paid = paidInTime(1, "523250.00", "2025-10-09");
    SettlementEvent invoice = new SettlementEvent.InvoiceReceived(1, day("2025-09-26"));

    Settlement settlement = settle(FIVE, "2025-09-15", "2025-12-31", paid, invoice);

    assertThat(settlement.payments().getFirst().explanation().english())
        .isEqualTo(
            "instalment 1 of 523,250.00, paid 523,250.00, due 2025-09-28, 11 days late;"
                + " invoice due 2025-09-22, 4 days late");
    assertThat(settlement.penaltiesOf(Penalty.Obligor.CLIENT)).isEqualTo("8222.50");
    assertThat(settlement.unknown())
        .singleElement()
        .satisfies(one -> assertThat(one.explanation().chinese()).contains("免责"));
    assertThat(settle(FIVE, "2025-09-15", "2025-12-31", paid).unknown()).isEmpty();
  }

  @Test
  void deductsWholeStepsOfMissingAvailabilityFromTheMonthlyFee() {
    Penalty clause =
        new Penalty(
            Penalty.Obligor.PROVIDER,
            Penalty.Subject.AVAILABILITY,
            new BigDecimal("0.02"),
            Penalty.Per.CASE,
            Penalty.Base.PERIOD_FEE,
            null,
            null,
            new BigDecimal("0.001"),
            null);
    ServiceLevel level =
        new ServiceLevel(
            "站群", null, null, null, null, CountedTime.ALWAYS, new BigDecimal("0.999"), null);
    Contract contract = with("120000", List.of(level), clause);

    Settlement settlement =
        settle(
            contract,
            "2025-03-01",
            "2025-12-31",
            availability("2025-03-01", "2025-03-31", "0.9964"),
            availability("2025-04-01", "2025-04-30", "0.9995"),
            availability("2025-05-01", "2025-05-20", "0.9"));

    assertThat(settlement.charges().getFirst().lines())
        .singleElement()
        .satisfies(line ->
            assertThat(line.explanation().english())
                .isEqualTo(
                    "available 0.9964 of 0.999, 2 steps below x 0.02 x 10,000.00 = 400.00,"
                        + " no cap"));
    assertThat(settlement.unknown())
        .singleElement()
        .satisfies(one -> assertThat(one.explanation().english()).contains("2025-05-20"));
    assertThat(settle(contract, "2025-03-01", "2025-12-31").unknown()).hasSize(1);
  }

  @Test
  void capsWhatIsTakenOfAMonthlyFeeForEachMonthAlone() {
    Penalty clause =
        new Penalty(
            Penalty.Obligor.PROVIDER,
            Penalty.Subject.SERVICE_LEVEL,
            new BigDecimal("0.02"),
            Penalty.Per.CASE,
            Penalty.Base.PERIOD_FEE,
            new BigDecimal("0.03"),
            null,
            null,
            null);

    Settlement settlement =
        settle(
            with("120000", List.of(), clause),
            "2025-03-01",
            "2025-12-31",
            breached("T-1", "2025-04-01"),
            breached("T-2", "2025-04-30"),
            breached("T-3", "2025-05-01"));

    assertThat(settlement.charges().getFirst().lines())
        .extracting(line -> line.reference() + ": " + line.explanation().english())
        .containsExactly(
            "T-1: 1 case x 0.02 x 10,000.00 = 200.00, cap 300.00 not reached",
            "T-2: 1 case x 0.02 x 10,000.00 = 200.00, cap 300.00 reached, 100.00 owed",
            "T-3: 1 case x 0.02 x 10,000.00 = 200.00, cap 300.00 not reached");
    assertThat(settlement.penaltiesOf(Penalty.Obligor.PROVIDER)).isEqualTo("500.00");
  }

  @Test
  void chargesAPromiseThatIsWrittenTwiceOnce() {
    Penalty inContract =
        Contracts.penalty(
            Penalty.Obligor.PROVIDER,
            Penalty.Subject.SECRECY,
            "0.3",
            Penalty.Per.BREACH,
            Penalty.Base.TOTAL,
            null);
    Penalty inAnnex =
        new Penalty(
            Penalty.Obligor.PROVIDER,
            Penalty.Subject.SECRECY,
            new BigDecimal("0.30"),
            Penalty.Per.BREACH,
            Penalty.Base.TOTAL,
            null,
            null,
            null,
            Lines.at(99));
    Contract contract = with("1495000", List.of(), inContract, inAnnex);

    Settlement settlement =
        settle(
            contract,
            "2025-03-01",
            "2025-12-31",
            new SettlementEvent.BreachDeclared(
                Penalty.Obligor.PROVIDER, Penalty.Subject.SECRECY, day("2025-06-01"), "函 12 号"));

    assertThat(settlement.penaltiesOf(Penalty.Obligor.PROVIDER)).isEqualTo("448500.00");
    assertThat(settlement.charges().getFirst().lines().getFirst().explanation().chinese())
        .isEqualTo("1 次 × 0.3 × 1,495,000.00 = 448,500.00，无上限");
    assertThat(settle(contract, "2025-03-01", "2025-12-31").charges()).isEmpty();
  }

  @Test
  void chargesFixedSumsForEachBrokenServiceLevel() {
    Penalty clause =
        new Penalty(
            Penalty.Obligor.PROVIDER,
            Penalty.Subject.SERVICE_LEVEL,
            null,
            Penalty.Per.CASE,
            Penalty.Base.TOTAL,
            new BigDecimal("0.01"),
            new BigDecimal("500"),
            null,
            null);

    Settlement settlement =
        settle(
            with("100000", List.of(), clause),
            "2025-03-01",
            "2025-12-31",
            breached("T-1", "2025-04-01"),
            breached("T-2", "2025-05-01"),
            breached("T-3", "2025-06-01"),
            breached("T-4", "2026-01-01"));

    assertThat(settlement.charges().getFirst().amount()).isEqualTo("1000.00");
    assertThat(settlement.charges().getFirst().lines())
        .extracting(line -> line.reference() + ": " + line.explanation().english())
        .containsExactly(
            "T-1: 1 case x 500.00 = 500.00, cap 1,000.00 not reached",
            "T-2: 1 case x 500.00 = 500.00, cap 1,000.00 not reached",
            "T-3: 1 case x 500.00 = 500.00, cap 1,000.00 reached, 0.00 owed");
  }

  @Test
  void roundsHalfUpAtTheEndOfTheLineAlone() {
    Contract contract =
        with(
            "12345.65",
            List.of(),
            Contracts.penalty(
                Penalty.Obligor.PROVIDER,
                Penalty.Subject.LATE_DELIVERY,
                "0.0003",
                Penalty.Per.DAY,
                Penalty.Base.TOTAL,
                null));

    Settlement settlement =
        settle(
            contract,
            "2025-03-01",
            "2025-12-31",
            new SettlementEvent.ObligationPerformed("a", 1, day("2025-03-01"), day("2025-03-08")));

    assertThat(settlement.charges().getFirst().amount()).isEqualTo("25.93");
  }

  @Test
  void neverChargesMoreThanTheCapWhateverHappens() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      List<SettlementEvent> events = new ArrayList<>();
      for (int n = random.nextInt(30); n > 0; n--) {
        LocalDate due = day("2025-09-20").plusDays(random.nextInt(360));
        events.add(
            random.nextBoolean()
                ? new SettlementEvent.ObligationMissed("1.6", n, due, null)
                : new SettlementEvent.ObligationPerformed(
                    "1.6", n, due, due.plusDays(random.nextInt(40) - 20)));
      }

      Settlement settlement =
          settle(FIVE, "2025-09-15", "2026-12-31", events.toArray(new SettlementEvent[0]));

      for (ClauseResult.Charged charge : settlement.charges()) {
        assertThat(charge.amount()).isLessThanOrEqualTo(new BigDecimal("299000.00"));
        assertThat(charge.lines().stream().map(ChargeLine::amount).reduce(BigDecimal::add))
            .contains(charge.amount());
      }
    }
  }

  @Test
  void refusesAnotherCalendarThanThePlans() {
    ContractPlan plan = planned(FIVE, "2025-09-15");
    Facts facts =
        new Facts(List.of(), day("2025-12-31"), CHINA.withOfficeHours(OfficeHours.WHOLE_DAY));

    assertThatThrownBy(() -> Settler.settle(FIVE, plan, facts)).hasMessageContaining("pinned");
  }

  private static Settlement settle(
      Contract contract, String signedOn, String asOf, SettlementEvent... events) {
    return Settler.settle(
        contract, planned(contract, signedOn), new Facts(Arrays.asList(events), day(asOf), CHINA));
  }

  private static ContractPlan planned(Contract contract, String signedOn) {
    return (ContractPlan)
        ContractPlanner.plan(
            contract,
            PlanInputs.of(signedOn == null ? null : day(signedOn), CHINA)
                .decided(contract.ambiguities()));
  }

  /// A year from 2025-03-01, one instalment ten days after the signing.
  private static Contract with(String total, List<ServiceLevel> levels, Penalty... penalties) {
    return Contracts.contract(
        fixedYear(),
        total,
        List.of(),
        levels,
        List.of(Contracts.payment("100", "signing", "P10D", CountedTime.ALWAYS)),
        List.of(penalties));
  }

  private static Term fixedYear() {
    return new Term(day("2025-03-01"), day("2026-02-28"), null, Term.Start.FIXED, null, null, null);
  }

  private static SettlementEvent paidInTime(int payment, String amount, String on) {
    return new SettlementEvent.PaymentMade(payment, new BigDecimal(amount), day(on));
  }

  private static SettlementEvent availability(String from, String to, String share) {
    return new SettlementEvent.AvailabilityMeasured(
        "站群", day(from), day(to), new BigDecimal(share));
  }

  private static SettlementEvent breached(String ticket, String on) {
    return new SettlementEvent.SlaBreached(
        "故障", null, null, ticket, day(on), Duration.ofMinutes(5));
  }

  private static java.time.Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.SHANGHAI).toInstant();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
