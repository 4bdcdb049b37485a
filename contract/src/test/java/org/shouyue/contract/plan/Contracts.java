package org.shouyue.contract.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Due;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;
import org.shouyue.contract.Total;
import org.shouyue.contract.Trigger;

/// The terms of the five real contracts, built by hand, and small contracts for single questions.
public final class Contracts {

  private Contracts() {}

  /// A contract with these services alone.
  public static Contract of(LocalDate from, LocalDate to, ServiceItem... services) {
    return contract(
        new Term(from, to, null, Term.Start.FIXED, null, null, null),
        null,
        List.of(services),
        List.of(),
        List.of(),
        List.of());
  }

  public static ServiceItem service(String id, String frequency) {
    return service(id, frequency, null, null);
  }

  public static ServiceItem service(
      String id, String frequency, Integer atMost, Deadline deadline) {
    return new ServiceItem(
        id,
        id,
        "服务 " + id,
        "",
        null,
        Capability.OTHER,
        frequency == null ? null : Frequency.parse(frequency),
        atMost,
        deadline,
        List.of(),
        List.of(),
        false);
  }

  public static Penalty penalty(
      Penalty.Obligor party,
      Penalty.Subject subject,
      String rate,
      Penalty.Per per,
      Penalty.Base base,
      String cap) {
    return new Penalty(
        party,
        subject,
        rate == null ? null : new BigDecimal(rate),
        per,
        base,
        cap == null ? null : new BigDecimal(cap),
        null,
        null,
        Lines.at(1));
  }

  public static Payment payment(String percent, String trigger, String due, CountedTime counted) {
    return new Payment(
        percent == null ? null : new BigDecimal(percent),
        null,
        trigger == null ? null : Trigger.parse(trigger),
        due == null ? null : Due.parse(due),
        counted,
        null);
  }

  public static Contract contract(
      Term term,
      String total,
      List<ServiceItem> services,
      List<ServiceLevel> levels,
      List<Payment> payments,
      List<Penalty> penalties) {
    return new Contract(
        null,
        null,
        null,
        null,
        term,
        total == null ? null : new Total(new BigDecimal(total), "CNY", null),
        services,
        levels,
        payments,
        List.of(),
        penalties,
        List.of(),
        List.of());
  }

  private static Term fixed(String from, String to) {
    return new Term(
        LocalDate.parse(from), LocalDate.parse(to), null, Term.Start.FIXED, null, null, null);
  }

  private static Term oneYearFromSigning() {
    return new Term(null, null, Period.ofYears(1), Term.Start.SIGNING, null, null, null);
  }

  /// Contract 1: a site for one calendar year.
  public static Contract siteMaintenance() {
    return contract(
        fixed("2023-01-01", "2023-12-31"),
        "29000",
        List.of(
            service("2-3", null),
            service("2-7", "continuous"),
            service("2-10", "on-event"),
            service("2-11", "on-request"),
            service("2-15", "P2D"),
            service("4-5", "P1M")),
        List.of(
            new ServiceLevel(
                "网站故障",
                null,
                java.time.Duration.ofHours(24),
                null,
                java.time.Duration.ofHours(48),
                CountedTime.ALWAYS,
                null,
                null)),
        List.of(payment("100", "funds", "P10D", CountedTime.WORKING)),
        List.of(
            penalty(
                Penalty.Obligor.PROVIDER,
                Penalty.Subject.BREACH,
                "0.03",
                Penalty.Per.BREACH,
                Penalty.Base.TOTAL,
                null),
            penalty(
                Penalty.Obligor.PROVIDER,
                Penalty.Subject.OUTAGE_CREDIT,
                "2",
                Penalty.Per.CASE,
                Penalty.Base.OUTAGE,
                null)));
  }

  /// Contract 2: a platform for a year from its signing, with a clause that contradicts itself.
  public static Contract platformSecurity() {
    Contract plain =
        contract(
            oneYearFromSigning(),
            "140000",
            List.of(
                service("A.1", "P3M"),
                service("A.2", "P3M"),
                service("A.3", "on-event"),
                service("A.6", "R1/P1Y"),
                service("A.7", "R2/P1Y")),
            List.of(),
            List.of(
                payment("50", "signing", null, null), payment("50", "date", "2022-12-31", null)),
            List.of(
                penalty(
                    Penalty.Obligor.CLIENT,
                    Penalty.Subject.REFUSAL,
                    "0.05",
                    Penalty.Per.BREACH,
                    Penalty.Base.TOTAL,
                    null),
                penalty(
                    Penalty.Obligor.CLIENT,
                    Penalty.Subject.LATE_PAYMENT,
                    "0.05",
                    Penalty.Per.DAY,
                    Penalty.Base.OVERDUE,
                    "0.05"),
                penalty(
                    Penalty.Obligor.PROVIDER,
                    Penalty.Subject.BREACH,
                    "0.05",
                    Penalty.Per.BREACH,
                    Penalty.Base.TOTAL,
                    null)));
    return new Contract(
        null,
        null,
        null,
        null,
        plain.term(),
        plain.total(),
        plain.services(),
        plain.serviceLevels(),
        plain.payments(),
        List.of(),
        plain.penalties(),
        List.of(),
        List.of(new Ambiguity(Ambiguity.Code.CONFLICT, "巡检：标题写每季度一次，正文写每月", Lines.at(151))));
  }

  /// Contract 3: a template whose term and price are blank.
  public static Contract managedOperations() {
    return contract(
        new Term(null, null, null, null, Term.Renewal.AUTOMATIC, Period.ofYears(1), Lines.at(3)),
        null,
        List.of(service("2.1.1", "continuous")),
        List.of(),
        List.of(payment("100", "signing", "P3D", CountedTime.WORKING)),
        List.of(
            penalty(
                Penalty.Obligor.CLIENT,
                Penalty.Subject.LATE_PAYMENT,
                "0.02",
                Penalty.Per.DAY,
                Penalty.Base.TOTAL,
                null)));
  }

  /// Contract 4: a portal from July to June.
  public static Contract portalMaintenance() {
    return contract(
        fixed("2023-07-01", "2024-06-30"),
        "60000",
        List.of(
            service("1.1", "P7D"),
            service("1.4", "R10/P1Y", 10, null),
            service("3.1", "P1D"),
            service("3.2-month", "P1M", null, new Deadline(null, null, 25)),
            service("3.2-quarter", "P3M", null, new Deadline(3, 1, 10))),
        List.of(),
        List.of(payment("100", "invoice", "P30D", CountedTime.WORKING)),
        List.of());
  }

  /// Contract 5: four systems for a year from the signing, three instalments, two acceptances.
  public static Contract informationSecurity() {
    Contract plain =
        contract(
            oneYearFromSigning(),
            "1495000.00",
            List.of(service("1.4", "continuous"), service("1.6", "P1M"), service("1.11", "once")),
            List.of(),
            List.of(
                payment("35", "signing", "P10D", CountedTime.WORKING),
                payment("35", "served/P6M", "P10D", CountedTime.WORKING),
                payment("30", "term-end", "P10D", CountedTime.WORKING)),
            List.of(
                penalty(
                    Penalty.Obligor.CLIENT,
                    Penalty.Subject.LATE_PAYMENT,
                    "0.0005",
                    Penalty.Per.DAY,
                    Penalty.Base.TOTAL,
                    "0.2"),
                penalty(
                    Penalty.Obligor.PROVIDER,
                    Penalty.Subject.LATE_DELIVERY,
                    "0.0005",
                    Penalty.Per.DAY,
                    Penalty.Base.TOTAL,
                    "0.2"),
                penalty(
                    Penalty.Obligor.PROVIDER,
                    Penalty.Subject.SECRECY,
                    "0.3",
                    Penalty.Per.BREACH,
                    Penalty.Base.TOTAL,
                    null)));
    return new Contract(
        null,
        null,
        null,
        null,
        plain.term(),
        plain.total(),
        plain.services(),
        List.of(),
        plain.payments(),
        List.of(
            new Acceptance(
                Period.ofMonths(6),
                Period.ofDays(15),
                CountedTime.WORKING,
                Period.ofDays(15),
                null),
            new Acceptance(
                Period.ofMonths(12),
                Period.ofDays(15),
                CountedTime.WORKING,
                Period.ofDays(15),
                null)),
        plain.penalties(),
        List.of(),
        List.of());
  }
}
