package org.shouyue.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a broken promise costs (违约责任).
///
/// @param party who pays
/// @param subject what was broken
/// @param rate share of the base as a fraction, `0.0005`; null when a fixed sum is owed
/// @param per once for each day, case or breach
/// @param base what the rate is taken of; null when a fixed sum is owed or the text does not say
/// @param cap ceiling as a fraction of the base, `0.2`; null when there is none
/// @param fixed sum owed instead of a rate, in the contract's currency
/// @param step for availability: the share below the target that counts as one case, `0.001`
public record Penalty(
    Obligor party,
    Subject subject,
    @Nullable BigDecimal rate,
    Per per,
    @Nullable Base base,
    @Nullable BigDecimal cap,
    @Nullable BigDecimal fixed,
    @Nullable BigDecimal step,
    @Nullable Lines lines) {

  /// Who owes it.
  public enum Obligor {
    CLIENT,
    PROVIDER,
    EITHER
  }

  /// What was broken.
  public enum Subject {
    /// Services not or not properly delivered, or a breach in general.
    BREACH,
    LATE_DELIVERY,
    LATE_PAYMENT,
    /// A service level not kept.
    SERVICE_LEVEL,
    /// Less available than promised.
    AVAILABILITY,
    /// A secret given away.
    SECRECY,
    /// The contract changed or ended by one side alone.
    TERMINATION,
    /// The service refused without cause.
    REFUSAL,
    /// Credit for an outage: the term grows by `rate` times the outage (contract law calls it 顺延).
    OUTAGE_CREDIT
  }

  /// How often it is owed.
  public enum Per {
    DAY,
    CASE,
    BREACH
  }

  /// What the rate is taken of.
  public enum Base {
    /// The contract price.
    TOTAL,
    /// What should have been paid and was not.
    OVERDUE,
    /// The part of the price not yet paid.
    UNPAID,
    /// The fee of the month or quarter concerned.
    PERIOD_FEE,
    /// The time of the outage.
    OUTAGE
  }
}
