package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.util.List;
import org.shouyue.contract.Penalty;

/// What one penalty clause came to.
public sealed interface ClauseResult {

  Penalty clause();

  /// Money is owed.
  ///
  /// @param party who owes it, `CLIENT` or `PROVIDER`
  /// @param amount sum of the lines, never above the cap
  record Charged(Penalty clause, Penalty.Obligor party, List<ChargeLine> lines, BigDecimal amount)
      implements ClauseResult {
    public Charged {
      lines = List.copyOf(lines);
    }
  }

  /// Everything that the clause depends on is known, and nothing is owed.
  record NothingOwed(Penalty clause, Explanation explanation) implements ClauseResult {}

  /// Whether or how much is owed cannot be told. That is not zero.
  ///
  /// @param explanation what is missing
  record Unknown(Penalty clause, Explanation explanation) implements ClauseResult {}
}
