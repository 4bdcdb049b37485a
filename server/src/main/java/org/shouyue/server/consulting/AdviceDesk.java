package org.shouyue.server.consulting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.consulting.Advice.Document;
import org.shouyue.server.consulting.Advice.State;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Advice from the question to the accepted document: asked, delivered, received, accepted or
/// returned, and delivered again as the next version.
@Service
class AdviceDesk {
  private final Advices advices;
  private final Agreements agreements;
  private final Performances performances;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  AdviceDesk(
      Advices advices,
      Agreements agreements,
      Performances performances,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.advices = advices;
    this.agreements = agreements;
    this.performances = performances;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// What somebody asks.
  record Question(
      UUID contractId,
      @Nullable String serviceId,
      Advice.Topic topic,
      String title,
      String text,
      @Nullable LocalDate wantedBy) {}

  /// A delivered file.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Delivered(String name, String type, byte[] content, String note) {}

  /// The advice.
  ///
  /// @throws Problem 404 when there is none in scope
  Advice require(UUID id) {
    return advices.find(id).orElseThrow(() -> Problem.notFound("advice", id));
  }

  @Transactional
  UUID ask(Question question) {
    Agreement agreement = agreements.requireSigned(question.contractId());
    String service = question.serviceId();
    boolean known =
        service == null
            || agreement.contract().services().stream().anyMatch(item -> item.id().equals(service));
    if (!known) {
      throw Problem.invalid("serviceId", "names no service of this contract");
    }
    Advice advice =
        new Advice(
            UUID.randomUUID(),
            agreement.clientId(),
            agreement.id(),
            service,
            question.topic(),
            question.title(),
            question.text(),
            question.wantedBy(),
            State.OPEN,
            clock.instant(),
            Caller.current().name(),
            null,
            List.of());
    advices.add(advice);
    tell(advice, "advice.asked", new Audience.OfRole(Role.PROVIDER_MANAGER), "asked");
    return advice.id();
  }

  @Transactional
  void deliver(UUID id, Delivered file) {
    Advice advice = lock(id, State.OPEN, State.DELIVERED);
    Instant now = clock.instant();
    NewEvidence document =
        new NewEvidence(
            advice.clientId(),
            advice.contractId(),
            file.name(),
            file.type(),
            file.content(),
            "advice/" + id,
            now);
    long seq = evidence.keep(document).seq();
    advices.deliver(advice, document.name(), file.note(), seq, now, Caller.current().name());
    advices.move(id, State.DELIVERED);
    tell(
        advice, "advice.delivered", new Audience.OfRole(Role.CLIENT_SIGNATORY), "delivered-" + seq);
  }

  /// The client confirms that the latest document arrived.
  @Transactional
  void receive(UUID id) {
    Advice advice = lock(id, State.DELIVERED);
    advices.receive(id, clock.instant(), Caller.current().name());
    changed(advice, "advice.received");
  }

  /// The client accepts the latest document, or returns it with what is to be mended.
  @Transactional
  void judge(UUID id, boolean accepted, @Nullable String remarks) {
    Advice advice = lock(id, State.DELIVERED);
    if (!accepted && remarks == null) {
      throw Problem.invalid("remarks", "must say what is to be mended");
    }
    Instant now = clock.instant();
    String by = Caller.current().name();
    advices.receive(id, now, by);
    Document latest = advice.documents().getFirst();
    advices.judge(id, latest.version(), judged(latest, accepted, now, by, remarks));
    advices.move(id, accepted ? State.ACCEPTED : State.OPEN);
    if (accepted) {
      keep(advice, latest);
    }
    tell(
        advice,
        accepted ? "advice.accepted" : "advice.returned",
        new Audience.OfRole(Role.PROVIDER_MANAGER),
        "judged-" + latest.version());
  }

  @Transactional
  void withdraw(UUID id) {
    Advice advice = lock(id, State.OPEN);
    advices.move(id, State.WITHDRAWN);
    changed(advice, "advice.withdrawn");
  }

  private void keep(Advice advice, Document accepted) {
    UUID obligation =
        performances.perform(
            new Performance(
                advice.contractId(),
                Capability.CONSULTING,
                advice.serviceId(),
                null,
                accepted.deliveredAt(),
                accepted.deliveredBy(),
                "advice/" + advice.id(),
                advice.title() + "：甲方已接收第 " + accepted.version() + " 版"));
    if (obligation != null) {
      advices.keeps(advice.id(), obligation);
    }
  }

  private static Document judged(
      Document one, boolean accepted, Instant now, String by, @Nullable String remarks) {
    return new Document(
        one.version(),
        one.name(),
        one.note(),
        one.evidenceSeq(),
        one.deliveredAt(),
        one.deliveredBy(),
        one.receivedAt(),
        one.receivedBy(),
        accepted ? "accepted" : "returned",
        now,
        by,
        remarks);
  }

  private Advice lock(UUID id, State... allowed) {
    Advice advice = advices.lock(id).orElseThrow(() -> Problem.notFound("advice", id));
    if (!List.of(allowed).contains(advice.state())) {
      throw Problem.conflict(
          "wrong-state", "咨询现为 %s，不能这样处理；请刷新后再看".formatted(advice.state().code()));
    }
    return advice;
  }

  private void tell(Advice advice, String action, Audience hears, String key) {
    changed(advice, action);
    events.publishEvent(
        new NoticeWanted(
            advice.clientId(),
            hears,
            Urgency.NORMAL,
            action.replace('.', '-'),
            Map.of("title", advice.title(), "by", Caller.current().name()),
            "advice/" + advice.id(),
            "advice/" + advice.id() + "/" + key));
  }

  private void changed(Advice advice, String action) {
    events.publishEvent(
        new Changed(
            advice.clientId(), action, "advice/" + advice.id(), Map.of("title", advice.title())));
  }
}
