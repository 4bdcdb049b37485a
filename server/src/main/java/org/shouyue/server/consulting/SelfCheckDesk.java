package org.shouyue.server.consulting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.consulting.SelfCheck.Answer;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do in a self-check: answer, have gaps mended, plan, finish.
@Service
class SelfCheckDesk {
  private final SelfChecks checks;
  private final Agreements agreements;
  private final Performances performances;
  private final TicketDesk tickets;
  private final SelfCheckPaper paper;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  SelfCheckDesk(
      SelfChecks checks,
      Agreements agreements,
      Performances performances,
      TicketDesk tickets,
      SelfCheckPaper paper,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.checks = checks;
    this.agreements = agreements;
    this.performances = performances;
    this.tickets = tickets;
    this.paper = paper;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// A file that shows how a control is met.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Shown(String name, String type, byte[] content) {}

  /// The self-check.
  ///
  /// @throws Problem 404 when there is none in scope
  SelfCheck require(UUID id) {
    return checks.find(id).orElseThrow(() -> Problem.notFound("self-check", id));
  }

  /// What was answered so far, by clause.
  Map<String, Verdict> verdicts(UUID id) {
    return checks.answers(id).stream().collect(Collectors.toMap(Answer::clause, Answer::verdict));
  }

  @Transactional
  UUID begin(UUID contract, String system, int level) {
    Agreement agreement = agreements.requireSigned(contract);
    SelfCheck check =
        new SelfCheck(
            UUID.randomUUID(),
            agreement.clientId(),
            contract,
            system,
            level,
            clock.instant(),
            Caller.current().name(),
            null,
            null,
            null);
    checks.add(check);
    changed(check, "self-check.begun", Map.of("system", system, "level", level));
    return check.id();
  }

  @Transactional
  void answer(
      UUID id, String clause, Verdict verdict, @Nullable String note, @Nullable Shown shown) {
    SelfCheck check = open(id);
    Control control = ControlSet.require(check.level(), clause);
    if (verdict == Verdict.NOT_APPLICABLE && note == null) {
      throw Problem.invalid("note", "must say why the control does not apply");
    }
    Instant now = clock.instant();
    Long seq = shown == null ? null : keep(check, shown, now);
    checks.answer(
        check,
        new Answer(control.clause(), verdict, note, seq, now, Caller.current().name(), null));
    changed(check, "self-check.answered", Map.of("clause", clause, "verdict", verdict.code()));
  }

  /// Opens a ticket to mend a gap and returns its id.
  @Transactional
  UUID ticket(UUID id, String clause) {
    SelfCheck check = require(id);
    Control control = ControlSet.require(check.level(), clause);
    Answer answer =
        checks.answers(id).stream()
            .filter(one -> one.clause().equals(clause) && one.verdict().isGap())
            .findFirst()
            .orElseThrow(() -> Problem.conflict("no-gap", "这一条没有被评为不符合或部分符合，不需要整改工单"));
    if (answer.ticketId() != null) {
      throw Problem.conflict("ticket-open", "这一条已经开出整改工单");
    }
    Instant now = clock.instant();
    TicketMatter matter =
        new TicketMatter(
            check.contractId(),
            TicketKind.RECTIFICATION,
            severity(control),
            check.system() + "：" + control.name() + answer.verdict().chinese(),
            "等级保护自查（GB/T 22239-2019 %s）：%s\n%s"
                .formatted(clause, control.asks(), answer.note() == null ? "" : answer.note()),
            null,
            null,
            null);
    UUID ticket = tickets.open(matter, Caller.current().name(), now).id();
    checks.ticket(id, clause, ticket);
    changed(check, "self-check.ticket-opened", Map.of("clause", clause, "ticket", ticket));
    return ticket;
  }

  /// Makes the plan from the gaps that no measure mends yet; what people wrote stays.
  @Transactional
  void plan(UUID id) {
    SelfCheck check = open(id);
    List<String> planned =
        checks.measures(id).stream()
            .flatMap(measure -> java.util.stream.Stream.ofNullable(measure.clause()))
            .toList();
    Measure.of(ControlSet.of(check.level()), verdicts(id)).stream()
        .filter(measure -> !planned.contains(measure.clause()))
        .forEach(measure -> checks.put(check, measure));
    changed(check, "self-check.planned", Map.of());
  }

  @Transactional
  void put(UUID id, Measure measure) {
    checks.put(open(id), measure);
  }

  /// The self-check of a measure.
  UUID checkOf(UUID measure) {
    return checks.checkOf(measure).orElseThrow(() -> Problem.notFound("measure", measure));
  }

  @Transactional
  void remove(UUID measure) {
    open(checkOf(measure));
    checks.remove(measure);
  }

  /// Finishes it: the report is drawn, and the promise that waits for advice is kept.
  ///
  /// @throws Problem 409 while a control is not answered
  @Transactional
  void finish(UUID id) {
    SelfCheck check = open(id);
    Score score = Score.of(ControlSet.of(check.level()), verdicts(id));
    if (score.answered() < score.total()) {
      throw Problem.conflict(
          "not-answered", "还有 %d 条没有作答，全部作答后才能完成".formatted(score.total() - score.answered()));
    }
    UUID report = paper.draw(check, score, checks.answers(id), checks.measures(id));
    UUID obligation =
        performances.perform(
            Performance.of(
                check.contractId(),
                Capability.CONSULTING,
                clock.instant(),
                Caller.current().name(),
                "self-check/" + id,
                "%s 等级保护第 %d 级自查，%d 处差距".formatted(check.system(), check.level(), score.gaps())));
    checks.finish(id, clock.instant(), report, obligation);
    changed(check, "self-check.finished", Map.of("gaps", score.gaps()));
  }

  private static Severity severity(Control control) {
    return switch (control.weight()) {
      case 3 -> Severity.HIGH;
      case 2 -> Severity.MEDIUM;
      default -> Severity.LOW;
    };
  }

  private SelfCheck open(UUID id) {
    SelfCheck check = require(id);
    if (!checks.lockOpen(id)) {
      throw Problem.conflict("wrong-state", "自查已经完成，不能再更改");
    }
    return check;
  }

  private long keep(SelfCheck check, Shown shown, Instant now) {
    return evidence
        .keep(
            new NewEvidence(
                check.clientId(),
                check.contractId(),
                shown.name(),
                shown.type(),
                shown.content(),
                "self-check/" + check.id(),
                now))
        .seq();
  }

  private void changed(SelfCheck check, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(check.clientId(), action, "self-check/" + check.id(), details));
  }
}
