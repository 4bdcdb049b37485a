package org.shouyue.server.secrecy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes undertakings and withdraws them.
@Service
class UndertakingSigning {
  private final Undertakings undertakings;
  private final UndertakingText texts;
  private final EvidenceLog evidence;
  private final Clients clients;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  UndertakingSigning(
      Undertakings undertakings,
      UndertakingText texts,
      EvidenceLog evidence,
      Clients clients,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.undertakings = undertakings;
    this.texts = texts;
    this.evidence = evidence;
    this.clients = clients;
    this.clock = clock;
    this.events = events;
  }

  /// The caller signs for themselves, with a signature drawn in the portal.
  ///
  /// @param sha256 of the text that they read: what is signed is what was shown
  /// @param drawing a PNG picture
  /// @throws Problem 409 when the text has changed since
  @Transactional
  Undertaking sign(UUID client, String sha256, byte[] drawing) {
    Caller caller = Caller.current();
    UndertakingText.Written written = texts.write(client, caller.name());
    if (!written.sha256().equals(sha256)) {
      throw Problem.conflict("text-changed", "承诺书的内容有更新，请重新阅读后再签署");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = UUID.randomUUID();
    Signed signed = new Signed(id, caller.id(), caller.name(), now);
    var _ =
        keep(written, signed, "undertaking.txt", "text/plain;charset=UTF-8", bytes(written.text()));
    EvidenceRecord kept = keep(written, signed, "signature.png", "image/png", drawing);
    return add(written, signed, "drawn", kept.seq());
  }

  /// Takes a paper that a person signed by hand, scanned.
  @Transactional
  Undertaking take(UUID client, PersonCard person, LocalDate signedOn, Paper paper) {
    UndertakingText.Written written = texts.write(client, person.name());
    Instant at = signedOn.atStartOfDay(zone(client)).toInstant();
    if (at.isAfter(clock.instant())) {
      throw Problem.invalid("signedOn", "must not be in the future");
    }
    Signed signed = new Signed(UUID.randomUUID(), person.id(), person.name(), at);
    EvidenceRecord kept = keep(written, signed, paper.name(), paper.mediaType(), paper.content());
    return add(written, signed, "paper", kept.seq());
  }

  /// A scanned paper.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Paper(String name, String mediaType, byte[] content) {}

  private record Signed(UUID id, UUID person, String name, Instant at) {}

  /// Withdraws one: its person sees nothing of the client from the next request on.
  ///
  /// @throws Problem 404 when there is none in scope, 409 when it was withdrawn before
  @Transactional
  Undertaking withdraw(UUID id, String reason) {
    Undertaking one = require(id);
    if (!undertakings.withdraw(id, clock.instant(), Caller.current().name(), reason)) {
      throw Problem.conflict("already-withdrawn", "该承诺书此前已被收回");
    }
    events.publishEvent(
        new Changed(
            one.clientId(),
            "undertaking.withdrawn",
            "undertaking/" + id,
            Map.of("person", one.personName(), "reason", reason)));
    return require(id);
  }

  Undertaking require(UUID id) {
    return undertakings.find(id).orElseThrow(() -> Problem.notFound("undertaking", id));
  }

  private EvidenceRecord keep(
      UndertakingText.Written written, Signed signed, String name, String type, byte[] content) {
    UUID contract = written.contractId();
    return evidence.keep(
        new NewEvidence(
            written.clientId(),
            contract == null ? written.clientId() : contract,
            name,
            type,
            content,
            "undertaking/" + signed.id(),
            signed.at()));
  }

  private Undertaking add(
      UndertakingText.Written written, Signed signed, String way, long evidenceSeq) {
    Instant until = written.term().until(signed.at(), zone(written.clientId()));
    Undertaking one =
        new Undertaking(
            signed.id(),
            written.clientId(),
            written.clientName(),
            written.contractId(),
            written.contractTitle(),
            signed.person(),
            signed.name(),
            written.version(),
            written.sha256(),
            way,
            signed.at(),
            until,
            evidenceSeq,
            null,
            null,
            null,
            "in-force");
    undertakings.add(one, written.text());
    events.publishEvent(
        new Changed(
            one.clientId(),
            "undertaking.signed",
            "undertaking/" + one.id(),
            Map.of(
                "person",
                one.personName(),
                "way",
                way,
                "until",
                until == null ? "for ever" : until.toString(),
                "textSha256",
                one.textSha256())));
    return require(one.id());
  }

  private ZoneId zone(UUID client) {
    return clients.find(client).map(Client::zone).orElse(SecrecyTerm.usualZone());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
