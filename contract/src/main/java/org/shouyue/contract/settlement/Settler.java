package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.plan.ContractPlan;

/// Settles a contract. A pure function of the contract, its plan and what happened.
///
/// A rate for each day that is taken of the whole price is owed once for each late day, however
/// many obligations were late on it; the cap holds for the sum of one party and subject; money is
/// rounded half up to cents at the end of each line. The same promise written twice (in the
/// contract and in its annex) is charged once.
public final class Settler {

  private Settler() {}

  /// What the contract comes to.
  ///
  /// @throws IllegalArgumentException when the facts use another calendar than the plan
  public static Settlement settle(Contract contract, ContractPlan plan, Facts facts) {
    if (!facts.calendar().version().equals(plan.calendar())) {
      throw new IllegalArgumentException(
          "the plan is pinned to calendar "
              + plan.calendar()
              + ", not "
              + facts.calendar().version());
    }
    PaymentLedger ledger = new PaymentLedger(facts);
    List<PaymentLine> payments = plan.payments().stream().map(ledger::line).toList();
    PenaltyJudge judge =
        new PenaltyJudge(contract, facts, payments, new Bases(contract, plan.term(), payments));
    TermCredits credits = new TermCredits(contract, facts);
    List<ClauseResult> clauses = new ArrayList<>();
    Set<Penalty> seen = new HashSet<>();
    for (Penalty clause : contract.penalties()) {
      if (!seen.add(withoutLines(clause))) {
        clauses.add(
            new ClauseResult.NothingOwed(
                clause, new Explanation("同一约定前文已计", "the same promise is counted above")));
      } else if (clause.subject() == Penalty.Subject.OUTAGE_CREDIT) {
        credits.judge(clause);
      } else {
        clauses.addAll(judge.judge(clause));
      }
    }
    clauses.addAll(credits.results());
    return new Settlement(
        facts.asOf(),
        plan.calendar(),
        payments,
        clauses,
        credits.credits(),
        extended(plan.term().to(), credits.credits()));
  }

  /// Started days count as whole ones: the extension is the client's right.
  private static LocalDate extended(LocalDate last, List<TermCredit> credits) {
    Duration sum =
        credits.stream().map(TermCredit::extension).reduce(Duration.ZERO, Duration::plus);
    return last.plusDays(Math.ceilDiv(sum.toSeconds(), Duration.ofDays(1).toSeconds()));
  }

  /// The promise alone, so that 0.3 in the contract and 0.30 in its annex are the same.
  private static Penalty withoutLines(Penalty clause) {
    return new Penalty(
        clause.party(),
        clause.subject(),
        plain(clause.rate()),
        clause.per(),
        clause.base(),
        plain(clause.cap()),
        plain(clause.fixed()),
        plain(clause.step()),
        null,
        clause.concern());
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }
}
