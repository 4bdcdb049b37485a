package org.shouyue.server.acceptance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.PlannedAcceptance;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The acceptances that a contract plans, each with its rounds and what is to be done about it now.
@Service
class AcceptancePlan {
  private final Agreements agreements;
  private final AcceptanceRounds rounds;
  private final InstantSource clock;

  AcceptancePlan(Agreements agreements, AcceptanceRounds rounds, InstantSource clock) {
    this.agreements = agreements;
    this.rounds = rounds;
    this.clock = clock;
  }

  /// One planned acceptance.
  ///
  /// @param opens first day on which the provider can apply
  /// @param due last day for the acceptance by the contract; null when it sets none
  /// @param state `upcoming`, `open`, `overdue`, `applied`, `refused` or `accepted`
  /// @param clientDaysLate whole days by which the client's judgement is late; 0 for none
  /// @param providerDaysLate whole days by which the application or the mending is late
  /// @param termination why the client may end the contract; null while it may not
  /// @param terminationClause the sentence that gives that right; null when the contract gives none
  /// @param terminationReading how that sentence is understood; null when there is none
  record Planned(
      int ordinal,
      boolean isLast,
      LocalDate serviceFrom,
      LocalDate serviceUntil,
      LocalDate opens,
      @Nullable LocalDate due,
      String state,
      long clientDaysLate,
      long providerDaysLate,
      @Nullable String termination,
      @Nullable String terminationClause,
      @Nullable String terminationReading,
      List<AcceptanceRound> rounds) {}

  /// Everything planned, in the contract's order.
  @Transactional(readOnly = true)
  public List<Planned> of(UUID contract) {
    Agreement agreement = agreements.requireSigned(contract);
    WorkCalendar calendar = agreements.calendar(agreement);
    LocalDate today = calendar.dateOf(clock.instant());
    TerminationRight right = TerminationRight.of(agreement.source());
    List<AcceptanceRound> all = rounds.ofContract(contract);
    List<PlannedAcceptance> planned = agreements.plan(agreement).acceptances();
    List<Planned> shown = new ArrayList<>();
    for (PlannedAcceptance one : planned) {
      List<AcceptanceRound> own =
          all.stream().filter(round -> round.ordinal() == one.ordinal()).toList();
      String because = right == null ? null : right.because(own, today);
      shown.add(
          new Planned(
              one.ordinal(),
              one.ordinal() == planned.size(),
              agreement.begins(),
              one.serviceUntil(),
              one.serviceUntil().plusDays(1),
              one.due(),
              state(one, own, today),
              clientLate(own, calendar, today),
              providerLate(one, own, today),
              because,
              right == null ? null : right.clause(),
              right == null ? null : right.reading(),
              own));
    }
    return shown;
  }

  private static String state(PlannedAcceptance one, List<AcceptanceRound> own, LocalDate today) {
    if (!own.isEmpty()) {
      return own.getLast().state().code();
    }
    if (!today.isAfter(one.serviceUntil())) {
      return "upcoming";
    }
    LocalDate due = one.due();
    return due != null && today.isAfter(due) ? "overdue" : "open";
  }

  private static long clientLate(
      List<AcceptanceRound> own, WorkCalendar calendar, LocalDate today) {
    long days = 0;
    for (AcceptanceRound round : own) {
      LocalDate by = round.judgeBy();
      LocalDate judged = round.judgedAt() == null ? today : calendar.dateOf(round.judgedAt());
      days += by == null ? 0 : Math.max(0, judged.toEpochDay() - by.toEpochDay());
    }
    return days;
  }

  private static long providerLate(
      PlannedAcceptance one, List<AcceptanceRound> own, LocalDate today) {
    if (own.isEmpty()) {
      LocalDate due = one.due();
      return due == null ? 0 : Math.max(0, today.toEpochDay() - due.toEpochDay());
    }
    AcceptanceRound last = own.getLast();
    LocalDate by = last.state() == AcceptanceRound.State.REFUSED ? last.mendBy() : null;
    return by == null ? 0 : Math.max(0, today.toEpochDay() - by.toEpochDay());
  }
}
