package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.PlannedAcceptance;
import org.shouyue.server.acceptance.AcceptanceRound.Check;
import org.shouyue.server.acceptance.AcceptanceRound.Judgement;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.ClauseRow;
import org.shouyue.server.report.Dossier;
import org.shouyue.server.report.DossierOrder;
import org.shouyue.server.report.Dossiers;
import org.shouyue.server.report.Tally;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The steps of a round: the provider applies, the client looks at every promise and signs the
/// package, a refusal opens rectifications with the contract's days, and the provider applies
/// again.
@Service
class RoundSteps {
  private final Agreements agreements;
  private final AcceptanceRounds rounds;
  private final AcceptanceRequests requests;
  private final Dossiers dossiers;
  private final TicketDesk desk;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  RoundSteps(
      Agreements agreements,
      AcceptanceRounds rounds,
      AcceptanceRequests requests,
      Dossiers dossiers,
      TicketDesk desk,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.rounds = rounds;
    this.requests = requests;
    this.dossiers = dossiers;
    this.desk = desk;
    this.clock = clock;
    this.events = events;
  }

  /// The provider asks for an acceptance; its package is built in the background and its checklist
  /// is there at once.
  ///
  /// @throws Problem 404 for an unknown contract or acceptance, 409 before the service judged is
  ///   over, while a round lies before the client, or when the acceptance was passed
  @Transactional
  public UUID apply(UUID contract, int ordinal, String statement) {
    Agreement agreement = agreements.requireSigned(contract);
    PlannedAcceptance planned = planned(agreement, ordinal);
    WorkCalendar calendar = agreements.calendar(agreement);
    Instant now = clock.instant();
    List<AcceptanceRound> earlier =
        rounds.ofContract(contract).stream().filter(one -> one.ordinal() == ordinal).toList();
    requireOpen(planned, earlier, calendar.dateOf(now));
    UUID acceptance = requests.begin(contract, agreement.begins(), earlierOf(planned, agreement));
    AcceptanceRound round =
        new AcceptanceRound(
            UUID.randomUUID(),
            agreement.clientId(),
            contract,
            ordinal,
            earlier.size() + 1,
            agreement.begins(),
            earlierOf(planned, agreement),
            statement,
            now,
            Caller.current().name(),
            judgeBy(planned.terms(), calendar, calendar.dateOf(now)),
            acceptance,
            AcceptanceRound.State.APPLIED,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    rounds.add(round);
    checklist(round);
    tell(round, "acceptance-applied", Role.CLIENT_SIGNATORY, String.valueOf(round.judgeBy()));
    changed(round, "acceptance.applied", Map.of("ordinal", ordinal, "round", round.round()));
    return round.id();
  }

  /// The client judges one line of the checklist.
  ///
  /// @throws Problem 404 for an unknown round or line, 409 when the round is judged
  @Transactional
  public void judge(UUID id, String service, Judgement judgement, @Nullable String remark) {
    AcceptanceRound round =
        rounds.lock(id).orElseThrow(() -> Problem.notFound("acceptance-round", id));
    if (round.state() != AcceptanceRound.State.APPLIED) {
      throw Problem.conflict("already-signed", "本轮验收已签署结论，逐条意见不能再改");
    }
    var said =
        new AcceptanceRounds.Said(judgement, remark, Caller.current().name(), clock.instant());
    if (!rounds.judge(id, service, said)) {
      throw Problem.notFound("acceptance-check", service);
    }
    changed(
        round, "acceptance.item-judged", Map.of("service", service, "judgement", judgement.code()));
  }

  /// Refuses a verdict that the checklist contradicts.
  ///
  /// @throws Problem 409 when lines are open or failed and the package is to be accepted
  void requireConsistent(UUID acceptance, boolean accepted) {
    AcceptanceRound round = rounds.of(acceptance).orElse(null);
    if (round == null || !accepted) {
      return;
    }
    List<Check> checks = rounds.checks(round.id());
    long open = count(checks, Judgement.OPEN);
    long failed = count(checks, Judgement.FAIL);
    if (open + failed > 0) {
      throw Problem.conflict(
          "checklist-not-passed",
          "清单中有%d项未判定、%d项不通过；请逐项判定为通过后再签署合格，或签署不予通过".formatted(open, failed));
    }
  }

  /// The signature on the package closes the round; a refusal opens a rectification for each line
  /// that failed, or one for all.
  @EventListener
  void on(AcceptanceJudged judged) {
    AcceptanceRound round = rounds.of(judged.acceptanceId()).orElse(null);
    if (round == null || round.state() != AcceptanceRound.State.APPLIED) {
      return;
    }
    Agreement agreement = agreements.requireSigned(round.contractId());
    LocalDate day = agreements.calendar(agreement).dateOf(judged.at());
    LocalDate mendBy = judged.accepted() ? null : planned(agreement, round.ordinal()).mendBy(day);
    rounds.close(
        round.id(),
        new AcceptanceRounds.Outcome(
            judged.accepted(), judged.at(), judged.by(), judged.remarks(), mendBy));
    if (!judged.accepted()) {
      rectify(round, judged, mendBy);
    }
    tell(
        round,
        judged.accepted() ? "acceptance-passed" : "acceptance-refused",
        Role.PROVIDER_MANAGER,
        String.valueOf(mendBy));
    tellOfTermination(agreement, round, day);
  }

  private void rectify(AcceptanceRound round, AcceptanceJudged judged, @Nullable LocalDate mendBy) {
    String until = mendBy == null ? "合同未写明整改期限。" : "整改期限：" + mendBy + "。";
    List<Check> failed =
        rounds.checks(round.id()).stream()
            .filter(check -> check.judgement() == Judgement.FAIL)
            .toList();
    for (Check check : failed) {
      String said = check.remark() == null ? "" : check.remark();
      UUID ticket = open(round, "验收整改：" + check.title(), until + said, check.serviceId(), judged);
      rounds.ticket(round.id(), check.serviceId(), ticket);
    }
    if (failed.isEmpty()) {
      String said = judged.remarks() == null ? "" : judged.remarks();
      var _ = open(round, "验收整改", until + said, null, judged);
    }
  }

  private UUID open(
      AcceptanceRound round,
      String title,
      String body,
      @Nullable String service,
      AcceptanceJudged judged) {
    Ticket ticket =
        desk.open(
            new TicketMatter(
                round.contractId(),
                TicketKind.RECTIFICATION,
                Severity.HIGH,
                title,
                body,
                service,
                null,
                null),
            judged.by(),
            judged.at());
    return ticket.id();
  }

  private void tellOfTermination(Agreement agreement, AcceptanceRound round, LocalDate today) {
    TerminationRight right = TerminationRight.of(agreement.source());
    List<AcceptanceRound> own =
        rounds.ofContract(round.contractId()).stream()
            .filter(one -> one.ordinal() == round.ordinal())
            .toList();
    String because = right == null ? null : right.because(own, today);
    if (because != null) {
      tell(round, "acceptance-termination", Role.CLIENT_SIGNATORY, because);
      tell(round, "acceptance-termination", Role.PROVIDER_MANAGER, because);
      changed(round, "acceptance.termination-right", Map.of("because", because));
    }
  }

  private void checklist(AcceptanceRound round) {
    Dossier dossier =
        dossiers.drawUp(
            new DossierOrder(
                round.contractId(),
                Dossier.Kind.ACCEPTANCE,
                round.id().toString(),
                round.serviceFrom(),
                round.serviceUntil(),
                false,
                List.of()));
    int position = 0;
    for (ClauseRow row : dossier.clauses()) {
      Tally tally = row.tally();
      rounds.check(
          round,
          position++,
          new Check(
              row.serviceId(),
              row.clause(),
              row.title(),
              row.verdict().code(),
              tally.due(),
              tally.done(),
              tally.late(),
              tally.missed(),
              Judgement.OPEN,
              null,
              null,
              null));
    }
  }

  private static void requireOpen(
      PlannedAcceptance planned, List<AcceptanceRound> earlier, LocalDate today) {
    if (!today.isAfter(planned.serviceUntil())) {
      throw Problem.conflict("service-not-over", "须在服务满 " + planned.serviceUntil() + " 之后方可申请本次验收");
    }
    AcceptanceRound.State last = earlier.isEmpty() ? null : earlier.getLast().state();
    switch (last) {
      case APPLIED -> throw Problem.conflict("already-applied", "本次验收已申请，正等待甲方签署");
      case ACCEPTED -> throw Problem.conflict("already-accepted", "本次验收已经通过，无需再次申请");
      case REFUSED -> {}
      case null -> {}
    }
  }

  private PlannedAcceptance planned(Agreement agreement, int ordinal) {
    return agreements.plan(agreement).acceptances().stream()
        .filter(one -> one.ordinal() == ordinal)
        .findFirst()
        .orElseThrow(() -> Problem.notFound("planned-acceptance", ordinal));
  }

  private static LocalDate earlierOf(PlannedAcceptance planned, Agreement agreement) {
    LocalDate until = planned.serviceUntil();
    return until.isAfter(agreement.ends()) ? agreement.ends() : until;
  }

  /// The day of the application itself is not counted.
  private static @Nullable LocalDate judgeBy(
      Acceptance terms, WorkCalendar calendar, LocalDate applied) {
    if (terms.within() == null) {
      return null;
    }
    if (terms.calendar() != CountedTime.WORKING) {
      return applied.plus(terms.within());
    }
    return calendar.plusWorkingDays(applied, Math.toIntExact(terms.within().get(ChronoUnit.DAYS)));
  }

  private void tell(AcceptanceRound round, String template, Role role, String until) {
    events.publishEvent(
        new NoticeWanted(
            round.clientId(),
            new Audience.OfRole(role),
            Urgency.HIGH,
            template,
            Map.of("round", Integer.toString(round.round()), "until", until),
            "acceptance/" + round.acceptanceId(),
            template + "/" + round.id() + "/" + role.code()));
  }

  private void changed(AcceptanceRound round, String action, Map<String, ?> details) {
    events.publishEvent(
        new Changed(round.clientId(), action, "acceptance/" + round.acceptanceId(), details));
  }

  private static long count(List<Check> checks, Judgement judgement) {
    return checks.stream().filter(check -> check.judgement() == judgement).count();
  }
}
