package org.shouyue.contract;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
/// @param concern which broken service levels it speaks of; [Concern#ANY] for all of them
public record Penalty(
    Obligor party,
    Subject subject,
    @Nullable BigDecimal rate,
    Per per,
    @Nullable Base base,
    @Nullable BigDecimal cap,
    @Nullable BigDecimal fixed,
    @Nullable BigDecimal step,
    @Nullable Lines lines,
    Concern concern) {

  /// A penalty that speaks of no service level in particular.
  public Penalty(
      Obligor party,
      Subject subject,
      @Nullable BigDecimal rate,
      Per per,
      @Nullable Base base,
      @Nullable BigDecimal cap,
      @Nullable BigDecimal fixed,
      @Nullable BigDecimal step,
      @Nullable Lines lines) {
    this(party, subject, rate, per, base, cap, fixed, step, lines, Concern.ANY);
  }

  /// Which broken service levels a clause speaks of: 未能在约定时间内解决一级故障的 speaks of the time limit for
  /// solving faults of the first grade, and of nothing else.
  ///
  /// @param matter the kind of trouble in the clause's words, `故障`; null for any
  /// @param severities the grades as printed, `一级`; empty for every grade
  /// @param limits the limits that were not kept; empty for any of them
  public record Concern(
      @Nullable String matter, List<String> severities, Set<ServiceLevel.Limit> limits) {

    /// Every broken service level.
    public static final Concern ANY = new Concern(null, List.of(), Set.of());

    public Concern {
      severities = List.copyOf(severities);
      limits = limits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(limits));
    }
  }

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
