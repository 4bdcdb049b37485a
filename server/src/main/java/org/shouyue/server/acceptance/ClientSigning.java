package org.shouyue.server.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes the client's signature.
@Service
class ClientSigning {
  private final Acceptances acceptances;
  private final RoundSteps rounds;
  private final PackageContents contents;
  private final PackageFolder packages;
  private final EvidenceLog evidence;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  ClientSigning(
      Acceptances acceptances,
      RoundSteps rounds,
      PackageContents contents,
      PackageFolder packages,
      EvidenceLog evidence,
      JsonMapper json,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.acceptances = acceptances;
    this.rounds = rounds;
    this.contents = contents;
    this.packages = packages;
    this.evidence = evidence;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  /// What the signatory hands in.
  ///
  /// @param drawing the drawn signature, a PNG picture
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Given(
      String name,
      String role,
      Signature.Verdict verdict,
      @Nullable String remarks,
      byte[] drawing) {}

  /// Signs a published package for the client.
  ///
  /// @throws Problem 404 when there is none in scope, 409 when it is not published or signed
  ///   already
  @Transactional
  Signature sign(UUID id, Given given) {
    Acceptance acceptance =
        acceptances.lock(id).orElseThrow(() -> Problem.notFound("acceptance", id));
    switch (acceptance.state()) {
      case DRAFT, FAILED -> throw Problem.conflict("not-published", "the package is not built yet");
      case SIGNED, REFUSED ->
          throw Problem.conflict("already-signed", "the client has judged this package already");
      case PUBLISHED -> {}
    }
    rounds.requireConsistent(id, given.verdict() == Signature.Verdict.ACCEPTED);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String digest = contents.digest(packages.folder(id));
    EvidenceRecord drawing = keep(acceptance, "signature.png", "image/png", given.drawing(), now);
    Signature signature =
        new Signature(
            id,
            acceptance.clientId(),
            Caller.current().id(),
            given.name(),
            given.role(),
            given.verdict(),
            given.remarks(),
            now,
            digest,
            drawing.seq());
    var _ = keep(acceptance, "sign-off.json", "application/json", written(signature), now);
    acceptances.sign(signature);
    tell(acceptance, signature);
    return signature;
  }

  private EvidenceRecord keep(
      Acceptance acceptance, String name, String type, byte[] content, Instant at) {
    return evidence.keep(
        new NewEvidence(
            acceptance.clientId(),
            acceptance.contractId(),
            name,
            type,
            content,
            "acceptance/" + acceptance.id(),
            at));
  }

  /// The signature as a record for programs.
  byte[] written(Signature signature) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("acceptance", signature.acceptanceId().toString());
    fields.put("person", signature.personId().toString());
    fields.put("name", signature.name());
    fields.put("role", signature.role());
    fields.put("verdict", signature.verdict().code());
    fields.put("remarks", signature.remarks() == null ? "" : signature.remarks());
    fields.put("at", signature.at().toString());
    fields.put("manifestSha256", signature.packageDigest());
    fields.put("drawingRecord", signature.evidenceSeq());
    return (json.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void tell(Acceptance acceptance, Signature signature) {
    boolean accepted = signature.verdict() == Signature.Verdict.ACCEPTED;
    events.publishEvent(
        new Changed(
            acceptance.clientId(),
            accepted ? "acceptance.signed" : "acceptance.refused",
            "acceptance/" + acceptance.id(),
            Map.of("name", signature.name(), "manifestSha256", signature.packageDigest())));
    events.publishEvent(
        new AcceptanceJudged(
            acceptance.clientId(),
            acceptance.contractId(),
            acceptance.id(),
            acceptance.to(),
            accepted,
            signature.at(),
            signature.name(),
            signature.remarks()));
  }
}
