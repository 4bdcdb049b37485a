package org.shouyue.server.secrecy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
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

/// Asks the client before its data are shown to anybody, and writes down what was shown.
@Service
class DisclosureDesk {
  private final Disclosures disclosures;
  private final Agreements agreements;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  DisclosureDesk(
      Disclosures disclosures,
      Agreements agreements,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.disclosures = disclosures;
    this.agreements = agreements;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// What the provider asks for.
  record Asked(
      UUID contractId,
      String recipient,
      String what,
      String purpose,
      String basis,
      Instant until) {}

  /// The client's answer.
  ///
  /// @param role the signatory's position
  /// @param drawing the signature, a PNG picture; null with a refusal
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Answer(
      boolean consents,
      String name,
      String role,
      @Nullable String remark,
      byte @Nullable [] drawing) {}

  @Transactional
  Disclosure ask(Asked asked) {
    Agreement agreement = agreements.requireSigned(asked.contractId());
    Instant now = clock.instant();
    if (!asked.until().isAfter(now)) {
      throw Problem.invalid("until", "must be in the future");
    }
    UUID id = UUID.randomUUID();
    disclosures.add(id, agreement.clientId(), asked, now, Caller.current().name());
    Disclosure added = require(id);
    tell(
        added,
        "disclosure.requested",
        Map.of("recipient", added.recipient(), "what", added.what()));
    want(
        added,
        Role.CLIENT_SIGNATORY,
        "disclosure-requested",
        Map.of("purpose", added.purpose(), "basis", added.basis()));
    return added;
  }

  /// Takes the client's answer.
  ///
  /// @throws Problem 409 when it was answered before
  @Transactional
  Disclosure decide(UUID id, Answer answer) {
    Disclosure one = locked(id, "requested", "该申请已经处理过");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] drawing = answer.drawing();
    Long seq = null;
    if (answer.consents() && drawing != null) {
      seq =
          evidence
              .keep(
                  new NewEvidence(
                      one.clientId(),
                      one.contractId(),
                      "signature.png",
                      "image/png",
                      drawing,
                      "disclosure/" + id,
                      now))
              .seq();
    }
    disclosures.decide(id, answer, seq, now);
    Disclosure decided = require(id);
    tell(
        decided,
        answer.consents() ? "disclosure.consented" : "disclosure.refused",
        Map.of("by", answer.name(), "recipient", one.recipient()));
    want(
        decided,
        Role.PROVIDER_MANAGER,
        "disclosure-decided",
        Map.of(
            "decision", answer.consents() ? "同意" : "不同意",
            "remark", answer.remark() == null ? "—" : answer.remark()));
    return decided;
  }

  /// Writes down that it was shown.
  ///
  /// @throws Problem 409 without the client's consent, or after its end
  @Transactional
  Disclosure shown(UUID id, String note) {
    Disclosure one = locked(id, "consented", "甲方没有签字同意，不得展示");
    Instant now = clock.instant();
    if (one.until().isBefore(now)) {
      throw Problem.conflict("consent-ended", "甲方同意的期限已过，请重新申请");
    }
    disclosures.shown(id, now, Caller.current().name(), note);
    tell(one, "disclosure.shown", Map.of("recipient", one.recipient(), "note", note));
    return require(id);
  }

  Disclosure require(UUID id) {
    return disclosures.find(id).orElseThrow(() -> Problem.notFound("disclosure", id));
  }

  private Disclosure locked(UUID id, String state, String otherwise) {
    disclosures.lock(id);
    Disclosure one = require(id);
    if (!one.state().equals(state)) {
      throw Problem.conflict("wrong-state", otherwise);
    }
    return one;
  }

  private void tell(Disclosure one, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(one.clientId(), action, "disclosure/" + one.id(), details));
  }

  private void want(Disclosure one, Role role, String template, Map<String, String> more) {
    Map<String, String> words = new java.util.HashMap<>(more);
    words.put("client", one.clientName());
    words.put("recipient", one.recipient());
    words.put("what", one.what());
    events.publishEvent(
        new NoticeWanted(
            one.clientId(),
            new Audience.OfRole(role),
            Urgency.NORMAL,
            template,
            words,
            "disclosure/" + one.id(),
            template + "/" + one.id()));
  }
}
