package org.shouyue.contract.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;

/// Something that happened and that money may depend on. Days are those of the client's zone.
public sealed interface SettlementEvent {

  /// An obligation was met, in time or late.
  record ObligationPerformed(String serviceId, int ordinal, LocalDate dueOn, LocalDate performedOn)
      implements SettlementEvent {}

  /// An obligation was not met.
  ///
  /// @param endedOn the day on which the lateness ended in another way (the next occurrence was
  ///   performed, the client waived it); null while it lasts
  record ObligationMissed(
      String serviceId, int ordinal, LocalDate dueOn, @Nullable LocalDate endedOn)
      implements SettlementEvent {}

  /// The event that an instalment waits for: funds or invoice received, acceptance passed.
  ///
  /// @param payment the instalment's ordinal in the plan
  record PaymentTriggered(int payment, LocalDate on) implements SettlementEvent {}

  /// The client received the provider's invoice for an instalment.
  ///
  /// @param payment the instalment's ordinal in the plan
  record InvoiceReceived(int payment, LocalDate on) implements SettlementEvent {}

  /// The client paid an instalment or a part of it.
  ///
  /// @param payment the instalment's ordinal in the plan
  record PaymentMade(int payment, BigDecimal amount, LocalDate on) implements SettlementEvent {
    public PaymentMade {
      if (amount.signum() <= 0) {
        throw new IllegalArgumentException("a payment is more than nothing, not " + amount);
      }
    }
  }

  /// A clock of a ticket was not kept.
  ///
  /// @param subject of the service level, as the contract names it
  /// @param severity the level's grade as the contract prints it; null when it has none
  /// @param limit which of its limits; null where another promise of the level was broken, such as
  ///   telling beforehand
  /// @param ticket number of the ticket: its limits together are one case
  /// @param overrun by how much, in calendar time
  record SlaBreached(
      String subject,
      @Nullable String severity,
      ServiceLevel.@Nullable Limit limit,
      String ticket,
      LocalDate on,
      Duration overrun)
      implements SettlementEvent {}

  /// How available something was over a span of days.
  ///
  /// @param subject of the service level, as the contract names it
  /// @param from first day, included
  /// @param to last day, included
  /// @param share of the time, as a fraction: 0.9968
  record AvailabilityMeasured(String subject, LocalDate from, LocalDate to, BigDecimal share)
      implements SettlementEvent {}

  /// Something was down.
  ///
  /// @param subject of the service level, as the contract names it
  record Outage(String subject, Instant from, Instant to) implements SettlementEvent {
    public Outage {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("an outage takes time, not " + from + ".." + to);
      }
    }
  }

  /// A person has stated that one side broke a promise that no machine can judge: secrecy, refusal,
  /// one-sided termination, a breach in general.
  ///
  /// @param party who broke it, `CLIENT` or `PROVIDER`
  /// @param reference what it is known by: a letter, a ruling
  record BreachDeclared(
      Penalty.Obligor party, Penalty.Subject subject, LocalDate on, String reference)
      implements SettlementEvent {
    public BreachDeclared {
      if (party == Penalty.Obligor.EITHER) {
        throw new IllegalArgumentException("one side breaks a promise: " + reference);
      }
    }
  }
}
