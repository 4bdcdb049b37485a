package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty;

/// Turns counted units into the lines of one clause and watches its cap. The cap holds for the sum
/// of all lines of the same party and subject.
final class Tariff {

  private final Penalty clause;
  private final @Nullable BigDecimal cap;
  private final List<ChargeLine> lines = new ArrayList<>();
  private BigDecimal charged;

  /// @param cap in money; null when there is none
  /// @param before what other clauses charged the same party for the same subject
  Tariff(Penalty clause, @Nullable BigDecimal cap, BigDecimal before) {
    this.clause = clause;
    this.cap = cap == null ? null : Figures.cents(cap);
    this.charged = before;
  }

  /// Adds one line.
  ///
  /// @param units what is counted, in words: `3 days late`
  /// @param base what the rate is taken of; not read where the clause fixes a sum
  void add(String reference, BigDecimal count, Explanation units, @Nullable BigDecimal base) {
    BigDecimal exact;
    String factors;
    if (clause.fixed() != null) {
      exact = count.multiply(clause.fixed());
      factors = " x " + Figures.money(clause.fixed());
    } else if (clause.rate() != null && base != null) {
      exact = count.multiply(clause.rate()).multiply(base);
      factors = " x " + Figures.plain(clause.rate()) + " x " + Figures.money(base);
    } else {
      throw new IllegalStateException("a clause without a sum was evaluated: " + clause);
    }
    BigDecimal sum = Figures.cents(exact);
    String result = factors + " = " + Figures.money(sum);
    Explanation whole = units.and(result.replace(" x ", " × "), result);
    lines.add(capped(reference, sum, whole));
  }

  private ChargeLine capped(String reference, BigDecimal sum, Explanation whole) {
    if (cap == null) {
      charged = charged.add(sum);
      return new ChargeLine(reference, sum, whole.and("，无上限", ", no cap"));
    }
    BigDecimal owed = sum.min(cap.subtract(charged)).max(Figures.cents(BigDecimal.ZERO));
    charged = charged.add(owed);
    String money = Figures.money(cap);
    if (owed.compareTo(sum) == 0) {
      return new ChargeLine(
          reference, owed, whole.and("，未达上限 " + money, ", cap " + money + " not reached"));
    }
    return new ChargeLine(
        reference,
        owed,
        whole.and(
            "，已达上限 %s，计 %s".formatted(money, Figures.money(owed)),
            ", cap %s reached, %s owed".formatted(money, Figures.money(owed))));
  }

  List<ChargeLine> lines() {
    return lines;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// What all clauses of this party and subject have charged so far.
  BigDecimal charged() {
    return charged;
  }

  ClauseResult.Charged result(Penalty.Obligor party) {
    BigDecimal sum =
        lines.stream()
            .map(ChargeLine::amount)
            .reduce(Figures.cents(BigDecimal.ZERO), BigDecimal::add);
    return new ClauseResult.Charged(clause, party, lines, sum);
  }
}
