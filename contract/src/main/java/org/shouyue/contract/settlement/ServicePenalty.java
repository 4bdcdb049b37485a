package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;

/// Evaluates one clause about service levels or availability. Where it takes a share of the fee of
/// the month or quarter, its cap is a share of that fee too and holds for each period alone.
final class ServicePenalty {

  private static final long SECONDS_A_DAY = 86_400;
  private static final LocalDate WHOLE_TERM = LocalDate.MIN;

  private final Contract contract;
  private final Facts facts;
  private final Bases bases;
  private final Penalty clause;
  private final BigDecimal before;
  private final Map<LocalDate, Tariff> tariffs = new TreeMap<>();
  private final List<ClauseResult> unknown = new ArrayList<>();
  private final Concerns concerns;
  private boolean narrowerFirst;

  /// @param before what other clauses charged the same party for the same subject
  ServicePenalty(Contract contract, Facts facts, Bases bases, Penalty clause, BigDecimal before) {
    this.contract = contract;
    this.facts = facts;
    this.bases = bases;
    this.clause = clause;
    this.before = before;
    this.concerns = new Concerns(contract);
  }

  List<ClauseResult> judge(Penalty.Obligor party) throws UnknownFigure {
    return clause.subject() == Penalty.Subject.AVAILABILITY ? availability(party) : levels(party);
  }

  /// What all clauses of this party and subject have charged so far.
  BigDecimal charged() {
    return clause.base() == Penalty.Base.PERIOD_FEE
        ? before.add(sum())
        : tariffs.values().stream().findFirst().map(Tariff::charged).orElse(before);
  }

  /// Each ticket is one case of a clause, however many of the limits that the clause speaks of were
  /// not kept.
  private List<ClauseResult> levels(Penalty.Obligor party) {
    for (Case one : cases()) {
      try {
        Bases.FeePeriod period = ofPeriod() ? bases.feePeriod(one.on()) : null;
        long days = startedDays(one.overrun());
        boolean daily = clause.per() == Penalty.Per.DAY;
        charge(
            one.reference(),
            daily ? days : 1,
            daily ? LateDays.words(days, days) : PenaltyJudge.cases(1),
            period);
      } catch (UnknownFigure missing) {
        unknown.add(new ClauseResult.Unknown(clause, missing.explanation()));
      }
    }
    return facts.of(SettlementEvent.SlaBreached.class).isEmpty()
        ? results(party, "没有超出服务时限", "every service level was kept")
        : results(
            party,
            narrowerFirst ? "超出的时限已按更具体的约定计算" : "超出的时限不属于本条所指的问题、等级或时限",
            narrowerFirst
                ? "what was not kept is charged under a narrower clause"
                : "what was not kept is not what this clause speaks of");
  }

  /// The tickets that the clause speaks of, in the order of their first breach.
  private Collection<Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (SettlementEvent.SlaBreached breach : facts.of(SettlementEvent.SlaBreached.class)) {
      switch (concerns.of(clause, breach)) {
        case CHARGED -> cases.merge(breach.ticket(), Case.of(breach), Case::and);
        case NARROWER_FIRST -> narrowerFirst = true;
        case UNKNOWN ->
            unknown.add(
                new ClauseResult.Unknown(
                    clause,
                    new Explanation(
                        "工单 %s 的等级未知，无法判断是否属于本条所指的%s"
                            .formatted(
                                breach.ticket(), String.join("、", clause.concern().severities())),
                        "the grade of ticket %s is not known".formatted(breach.ticket()))));
        case ANOTHER -> {}
      }
    }
    return cases.values();
  }

  /// A ticket with limits that were not kept.
  ///
  /// @param overrun the longest
  private record Case(String reference, LocalDate on, Duration overrun) {
    static Case of(SettlementEvent.SlaBreached breach) {
      ServiceLevel.Limit limit = breach.limit();
      String reference = limit == null ? breach.ticket() : breach.ticket() + " " + limit.code();
      return new Case(reference, breach.on(), breach.overrun());
    }

    Case and(Case later) {
      return new Case(
          reference,
          on.isAfter(later.on) ? later.on : on,
          overrun.compareTo(later.overrun) < 0 ? later.overrun : overrun);
    }
  }

  private List<ClauseResult> availability(Penalty.Obligor party) throws UnknownFigure {
    List<SettlementEvent.AvailabilityMeasured> measured =
        facts.of(SettlementEvent.AvailabilityMeasured.class);
    if (measured.isEmpty()) {
      throw new UnknownFigure("没有可用率测量数据", "availability was not measured");
    }
    for (SettlementEvent.AvailabilityMeasured one : measured) {
      try {
        deduct(one);
      } catch (UnknownFigure missing) {
        unknown.add(new ClauseResult.Unknown(clause, missing.explanation()));
      }
    }
    return results(party, "可用率达标", "the promised availability was kept");
  }

  private void deduct(SettlementEvent.AvailabilityMeasured measured) throws UnknownFigure {
    BigDecimal target = target(measured);
    BigDecimal missing = target.subtract(measured.share());
    long steps = missing.signum() <= 0 ? 0 : steps(missing, clause.step());
    if (steps == 0) {
      return;
    }
    String share = Figures.plain(measured.share());
    String promised = Figures.plain(target);
    charge(
        measured.from() + ".." + measured.to(),
        steps,
        new Explanation(
            "可用率 %s，低于 %s，计 %d 档".formatted(share, promised, steps),
            "available %s of %s, %d %s below"
                .formatted(share, promised, steps, steps == 1 ? "step" : "steps")),
        ofPeriod() ? bases.feePeriod(measured.from(), measured.to()) : null);
  }

  /// Whole steps only: a contract that counts a started step as a whole one would have to say so.
  private static long steps(BigDecimal missing, @Nullable BigDecimal step) {
    return step == null ? 1 : missing.divideToIntegralValue(step).longValueExact();
  }

  private BigDecimal target(SettlementEvent.AvailabilityMeasured measured) throws UnknownFigure {
    ServiceLevel level =
        Levels.find(contract, clause, measured.subject(), candidate -> candidate.target() != null);
    if (level != null && level.target() != null) {
      return level.target();
    }
    throw new UnknownFigure(
        "合同没有与“" + measured.subject() + "”对应的可用率指标",
        "the contract promises no availability of " + measured.subject());
  }

  private boolean ofPeriod() {
    return clause.base() == Penalty.Base.PERIOD_FEE;
  }

  private void charge(
      String reference, long count, Explanation units, Bases.@Nullable FeePeriod period)
      throws UnknownFigure {
    BigDecimal times = BigDecimal.valueOf(count);
    if (period != null) {
      tariff(period).add(reference, times, units, period.fee());
      return;
    }
    BigDecimal base = bases.required(clause);
    Tariff whole = tariffs.get(WHOLE_TERM);
    if (whole == null) {
      whole = new Tariff(clause, bases.cap(clause), before);
      tariffs.put(WHOLE_TERM, whole);
    }
    whole.add(reference, times, units, base);
  }

  private Tariff tariff(Bases.FeePeriod period) {
    BigDecimal share = clause.cap();
    return tariffs.computeIfAbsent(
        period.from(),
        _ ->
            new Tariff(
                clause,
                share == null ? null : period.fee().multiply(share),
                Figures.cents(BigDecimal.ZERO)));
  }

  private List<ClauseResult> results(Penalty.Obligor party, String chinese, String english) {
    List<ClauseResult> results = new ArrayList<>(unknown);
    if (!tariffs.isEmpty()) {
      List<ChargeLine> lines =
          tariffs.values().stream().flatMap(tariff -> tariff.lines().stream()).toList();
      results.addFirst(new ClauseResult.Charged(clause, party, lines, sum()));
    } else if (unknown.isEmpty()) {
      results.add(new ClauseResult.NothingOwed(clause, new Explanation(chinese, english)));
    }
    return results;
  }

  private BigDecimal sum() {
    return tariffs.values().stream()
        .flatMap(tariff -> tariff.lines().stream())
        .map(ChargeLine::amount)
        .reduce(Figures.cents(BigDecimal.ZERO), BigDecimal::add);
  }

  private static long startedDays(Duration overrun) {
    return Math.max(1, Math.ceilDiv(overrun.toSeconds(), SECONDS_A_DAY));
  }
}
