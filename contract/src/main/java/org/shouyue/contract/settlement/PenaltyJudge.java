package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;

/// Evaluates penalty clauses against what happened.
final class PenaltyJudge {

  private final Contract contract;
  private final Facts facts;
  private final List<PaymentLine> payments;
  private final Bases bases;
  private final Map<PartyAndSubject, BigDecimal> chargedSoFar = new HashMap<>();

  private record PartyAndSubject(Penalty.Obligor party, Penalty.Subject subject) {}

  /// Something delivered late or not at all.
  private record Late(String reference, LocalDate dueOn, LocalDate until, boolean missed) {
    long days() {
      return until.toEpochDay() - dueOn.toEpochDay();
    }
  }

  PenaltyJudge(Contract contract, Facts facts, List<PaymentLine> payments, Bases bases) {
    this.contract = contract;
    this.facts = facts;
    this.payments = payments;
    this.bases = bases;
  }

  /// What a clause came to: one result, or a charge and what is unknown beside it.
  List<ClauseResult> judge(Penalty clause) {
    try {
      if (clause.rate() == null && clause.fixed() == null) {
        throw new UnknownFigure("违约金的数额或比例未写明", "neither a rate nor a sum is written");
      }
      return switch (clause.subject()) {
        case LATE_PAYMENT -> latePayment(clause);
        case LATE_DELIVERY -> lateDelivery(clause);
        case SERVICE_LEVEL, AVAILABILITY -> service(clause);
        case BREACH, SECRECY, TERMINATION, REFUSAL -> declared(clause);
        case OUTAGE_CREDIT -> List.of();
      };
    } catch (UnknownFigure missing) {
      return List.of(new ClauseResult.Unknown(clause, missing.explanation()));
    }
  }

  private List<ClauseResult> latePayment(Penalty clause) throws UnknownFigure {
    Penalty.Obligor party = party(clause, Penalty.Obligor.CLIENT);
    Tariff tariff = tariff(clause, party);
    LateDays days = new LateDays();
    boolean ofEachSum = clause.base() == Penalty.Base.OVERDUE;
    for (PaymentLine payment : payments) {
      for (PaymentLine.Overdue late : payment.late()) {
        BigDecimal base = ofEachSum ? late.balance() : base(clause);
        String reference = "payment " + payment.planned().ordinal();
        if (clause.per() != Penalty.Per.DAY) {
          tariff.add(reference, BigDecimal.ONE, cases(1), base);
          break;
        }
        long fresh = ofEachSum ? late.days() : days.add(late.after(), late.until());
        tariff.add(reference, BigDecimal.valueOf(fresh), LateDays.words(fresh, late.days()), base);
      }
    }
    List<ClauseResult> results = results(clause, tariff, party, "没有逾期付款", "no payment is late");
    payments.forEach(payment -> addDoubts(results, clause, payment));
    return results;
  }

  /// What makes it doubtful whether a payment is late, or whether the client answers for it.
  private static void addDoubts(List<ClauseResult> results, Penalty clause, PaymentLine payment) {
    Explanation facts = payment.explanation();
    if (payment.state() == PaymentLine.State.NO_DATE || payment.outstanding() == null) {
      results.removeIf(ClauseResult.NothingOwed.class::isInstance);
      results.add(
          new ClauseResult.Unknown(
              clause, facts.and("，无法判断是否逾期", ": whether it is late cannot be told")));
    } else if (payment.invoiceDaysLate() > 0 && !payment.late().isEmpty()) {
      results.add(
          new ClauseResult.Unknown(
              clause,
              facts.and(
                  "，付款方是否因此免责须由双方认定",
                  ": whether that excuses the late payment is for the parties to decide")));
    }
  }

  private List<ClauseResult> lateDelivery(Penalty clause) throws UnknownFigure {
    Penalty.Obligor party = party(clause, Penalty.Obligor.PROVIDER);
    Tariff tariff = tariff(clause, party);
    LateDays days = new LateDays();
    for (Late late : lateWork()) {
      if (clause.per() == Penalty.Per.DAY) {
        int fresh = days.add(late.dueOn(), late.until());
        tariff.add(
            late.reference(),
            BigDecimal.valueOf(fresh),
            LateDays.words(fresh, late.days()),
            base(clause));
      } else {
        tariff.add(late.reference(), BigDecimal.ONE, cases(1), base(clause));
      }
    }
    return results(clause, tariff, party, "没有逾期履行的事项", "nothing was delivered late");
  }

  private List<ClauseResult> service(Penalty clause) throws UnknownFigure {
    Penalty.Obligor party = party(clause, Penalty.Obligor.PROVIDER);
    ServicePenalty penalty =
        new ServicePenalty(contract, facts, bases, clause, chargedBefore(clause, party));
    List<ClauseResult> results = penalty.judge(party);
    remember(clause, party, penalty.charged());
    return results;
  }

  private List<ClauseResult> declared(Penalty clause) throws UnknownFigure {
    Map<Penalty.Obligor, Tariff> tariffs = new EnumMap<>(Penalty.Obligor.class);
    for (SettlementEvent.BreachDeclared breach : facts.of(SettlementEvent.BreachDeclared.class)) {
      boolean meant =
          breach.subject() == clause.subject()
              && (clause.party() == Penalty.Obligor.EITHER || clause.party() == breach.party());
      if (!meant) {
        continue;
      }
      if (clause.per() == Penalty.Per.DAY) {
        throw new UnknownFigure("按日计算，但持续天数未记录", "owed for each day, of which no count is known");
      }
      Tariff tariff = tariffs.get(breach.party());
      if (tariff == null) {
        tariff = tariff(clause, breach.party());
        tariffs.put(breach.party(), tariff);
      }
      tariff.add(breach.reference(), BigDecimal.ONE, cases(1), base(clause));
    }
    if (tariffs.isEmpty()) {
      return List.of(notDeclared(clause));
    }
    List<ClauseResult> results = new ArrayList<>();
    tariffs.forEach((party, tariff) -> results.addAll(results(clause, tariff, party, "", "")));
    return results;
  }

  private ClauseResult notDeclared(Penalty clause) {
    boolean pricedApart =
        contract.penalties().stream()
            .anyMatch(other -> other.subject() == Penalty.Subject.LATE_DELIVERY);
    long doubtful =
        clause.subject() != Penalty.Subject.BREACH || clause.party() == Penalty.Obligor.CLIENT
            ? 0
            : lateWork().stream().filter(late -> late.missed() || !pricedApart).count();
    return doubtful == 0
        ? new ClauseResult.NothingOwed(
            clause, new Explanation("没有认定的违约", "no such breach was declared"))
        : new ClauseResult.Unknown(
            clause,
            new Explanation(
                doubtful + " 项未按时履行，是否构成违约须由双方认定",
                doubtful
                    + " obligations were late or missed: whether that is a breach is for"
                    + " the parties to decide"));
  }

  private List<Late> lateWork() {
    List<Late> late = new ArrayList<>();
    for (SettlementEvent.ObligationPerformed one :
        facts.of(SettlementEvent.ObligationPerformed.class)) {
      add(late, one.serviceId() + " #" + one.ordinal(), one.dueOn(), one.performedOn(), false);
    }
    for (SettlementEvent.ObligationMissed one : facts.of(SettlementEvent.ObligationMissed.class)) {
      LocalDate until = one.endedOn() == null ? facts.asOf() : one.endedOn();
      add(late, one.serviceId() + " #" + one.ordinal(), one.dueOn(), until, true);
    }
    late.sort(Comparator.comparing(Late::dueOn).thenComparing(Late::reference));
    return late;
  }

  private void add(
      List<Late> late, String reference, LocalDate dueOn, LocalDate until, boolean missed) {
    LocalDate last = until.isAfter(facts.asOf()) ? facts.asOf() : until;
    if (last.isAfter(dueOn)) {
      late.add(new Late(reference, dueOn, last, missed));
    }
  }

  private Tariff tariff(Penalty clause, Penalty.Obligor party) throws UnknownFigure {
    return new Tariff(clause, bases.cap(clause), chargedBefore(clause, party));
  }

  private BigDecimal chargedBefore(Penalty clause, Penalty.Obligor party) {
    return chargedSoFar.getOrDefault(
        new PartyAndSubject(party, clause.subject()), Figures.cents(BigDecimal.ZERO));
  }

  private void remember(Penalty clause, Penalty.Obligor party, BigDecimal charged) {
    chargedSoFar.put(new PartyAndSubject(party, clause.subject()), charged);
  }

  private List<ClauseResult> results(
      Penalty clause, Tariff tariff, Penalty.Obligor party, String chinese, String english) {
    List<ClauseResult> results = new ArrayList<>();
    if (tariff.isEmpty()) {
      results.add(new ClauseResult.NothingOwed(clause, new Explanation(chinese, english)));
    } else {
      remember(clause, party, tariff.charged());
      results.add(tariff.result(party));
    }
    return results;
  }

  private @Nullable BigDecimal base(Penalty clause) throws UnknownFigure {
    return bases.required(clause);
  }

  private static Penalty.Obligor party(Penalty clause, Penalty.Obligor usual) {
    return clause.party() == Penalty.Obligor.EITHER ? usual : clause.party();
  }

  static Explanation cases(int count) {
    return new Explanation(count + " 次", count == 1 ? "1 case" : count + " cases");
  }
}
