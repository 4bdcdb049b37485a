package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;

/// Works out how far outages extend the term. An outage counts when it was longer than the time
/// that the contract leaves for mending it, and then with its whole length.
final class TermCredits {

  private final Contract contract;
  private final Facts facts;
  private final List<TermCredit> credits = new ArrayList<>();
  private final List<ClauseResult> results = new ArrayList<>();

  TermCredits(Contract contract, Facts facts) {
    this.contract = contract;
    this.facts = facts;
  }

  List<TermCredit> credits() {
    return credits;
  }

  /// Clauses that gave no credit, or of which that cannot be told.
  List<ClauseResult> results() {
    return results;
  }

  void judge(Penalty clause) {
    int before = credits.size() + results.size();
    for (SettlementEvent.Outage outage : facts.of(SettlementEvent.Outage.class)) {
      judge(clause, outage);
    }
    if (credits.size() + results.size() == before) {
      results.add(
          new ClauseResult.NothingOwed(
              clause,
              new Explanation("没有超过约定恢复时限的中断", "no outage outlasted the time for mending it")));
    }
  }

  private void judge(Penalty clause, SettlementEvent.Outage outage) {
    Duration limit = limit(clause, outage.subject());
    BigDecimal times = clause.rate();
    Duration length = Duration.between(outage.from(), outage.to());
    if (limit == null || times == null) {
      results.add(
          new ClauseResult.Unknown(
              clause,
              new Explanation(
                  "“%s”中断 %s，无法确定对应的恢复时限或倍数"
                      .formatted(outage.subject(), Figures.hoursChinese(length)),
                  "outage of %s (%s): its time limit or the multiple is not known"
                      .formatted(Figures.hours(length), outage.subject()))));
    } else if (length.compareTo(limit) > 0) {
      credits.add(credit(clause, outage, limit, times));
    }
  }

  private static TermCredit credit(
      Penalty clause, SettlementEvent.Outage outage, Duration limit, BigDecimal times) {
    Duration length = Duration.between(outage.from(), outage.to());
    Duration extension =
        Duration.ofSeconds(BigDecimal.valueOf(length.toSeconds()).multiply(times).longValue());
    String multiple = Figures.plain(times);
    return new TermCredit(
        clause,
        outage,
        extension,
        new Explanation(
            "中断 %s，超过时限 %s，× %s = 最多顺延 %s"
                .formatted(
                    Figures.hoursChinese(length),
                    Figures.hoursChinese(limit),
                    multiple,
                    Figures.hoursChinese(extension)),
            "outage of %s, limit %s passed, x %s = up to %s of extension"
                .formatted(
                    Figures.hours(length),
                    Figures.hours(limit),
                    multiple,
                    Figures.hours(extension))));
  }

  private @Nullable Duration limit(Penalty clause, String subject) {
    ServiceLevel level =
        Levels.find(contract, clause, subject, candidate -> candidate.resolve() != null);
    return level == null ? null : level.resolve();
  }
}
