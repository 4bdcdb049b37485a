package org.shouyue.server.signature;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands out documents for signing and takes the signatures in. The private key stays with the
/// person: what comes here is the finished signature, looked at and kept as evidence whatever comes
/// of it.
@Service
class CertificateSigning {
  private static final int LARGEST_SIGNATURE = 1_000_000;

  private final ObjectProvider<Signable> rooms;
  private final SignatureRows rows;
  private final TrustStore trust;
  private final SigningCertificates certificates;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final WallClock wall;
  private final ApplicationEventPublisher events;

  CertificateSigning(
      ObjectProvider<Signable> rooms,
      SignatureRows rows,
      TrustStore trust,
      SigningCertificates certificates,
      EvidenceLog evidence,
      InstantSource clock,
      WallClock wall,
      ApplicationEventPublisher events) {
    this.rooms = rooms;
    this.rows = rows;
    this.trust = trust;
    this.certificates = certificates;
    this.evidence = evidence;
    this.clock = clock;
    this.wall = wall;
    this.events = events;
  }

  /// Hands the caller a document for signing.
  ///
  /// @throws Problem 404 for a matter that no room knows, or without a PDF when one is wanted
  @Transactional
  SigningOffer offer(String about, boolean pdf) {
    Signable.Document document = document(about, pdf);
    Caller caller = Caller.current();
    Instant now = wall.instant();
    PdfSignature.@Nullable Prepared prepared =
        pdf ? PdfSignature.prepare(document.content(), caller.name(), document.name(), now) : null;
    byte[] toSign = prepared == null ? document.content() : prepared.toSign();
    ContentDigest digest = ContentDigest.of(toSign);
    SigningOffer offer =
        new SigningOffer(
            UUID.randomUUID(),
            document.clientId(),
            document.contractId(),
            about,
            document.name(),
            pdf ? "pdf" : "file",
            prepared == null ? document.content() : prepared.document(),
            toSign,
            digest.sha256(),
            digest.sm3(),
            prepared == null ? null : prepared.hole(),
            caller.id(),
            now);
    rows.add(offer);
    return offer;
  }

  Signable.Document document(String about, boolean pdf) {
    for (Signable room : rooms.orderedStream().toList()) {
      Signable.Document document = room.document(about, pdf);
      if (document != null) {
        return document;
      }
    }
    throw Problem.notFound("document", about);
  }

  /// What the caller was handed.
  ///
  /// @throws Problem 404 when it was handed to somebody else
  @Transactional(readOnly = true)
  SigningOffer offered(UUID id) {
    return rows.offer(id)
        .filter(offer -> offer.personId().equals(Caller.current().id()))
        .orElseThrow(() -> Problem.notFound("signing-offer", id));
  }

  /// Takes a signature in.
  ///
  /// @throws Problem 400 when it is no signature at all, 404 for an offer of somebody else's
  @Transactional
  CertificateSignature take(UUID id, byte[] signature) {
    if (signature.length == 0 || signature.length > LARGEST_SIGNATURE) {
      throw Problem.invalid("file", "签名文件为空或超过 1 MB");
    }
    SigningOffer offer = offered(id);
    Caller caller = Caller.current();
    Instant now = wall.instant().truncatedTo(ChronoUnit.MICROS);
    SignatureVerdict verdict =
        new CmsCheck(trust.trust(), now)
            .of(
                offer.toSign(),
                signature,
                new CmsCheck.Expected(caller.name(), certificates.fingerprints(caller.id())));
    CertificateSignature taken = taken(offer, verdict, now, keep(offer, signature));
    rows.add(taken);
    events.publishEvent(
        new Changed(
            offer.clientId(),
            "signature.taken",
            offer.about(),
            Map.of(
                "state", verdict.state().code(),
                "subject", verdict.subject(),
                "fingerprint", verdict.fingerprint(),
                "sha256", offer.sha256())));
    return taken;
  }

  private long keep(SigningOffer offer, byte[] signature) {
    Integer hole = offer.hole();
    if (hole != null) {
      byte[] signed = PdfSignature.filled(offer.document(), hole, PemText.der(signature));
      return keep(offer, signedName(offer.name()), "application/pdf", signed);
    }
    var _ = keep(offer, offer.name(), "application/octet-stream", offer.document());
    return keep(offer, offer.name() + ".p7s", "application/pkcs7-signature", signature);
  }

  private static String signedName(String name) {
    return name.endsWith(".pdf")
        ? name.substring(0, name.length() - ".pdf".length()) + "-signed.pdf"
        : name + "-signed.pdf";
  }

  private long keep(SigningOffer offer, String name, String type, byte[] content) {
    return evidence
        .keep(
            new NewEvidence(
                offer.clientId(),
                offer.contractId(),
                name,
                type,
                content,
                offer.about(),
                clock.instant()))
        .seq();
  }

  private static CertificateSignature taken(
      SigningOffer offer, SignatureVerdict verdict, Instant now, long seq) {
    return new CertificateSignature(
        UUID.randomUUID(),
        offer.clientId(),
        offer.contractId(),
        offer.id(),
        offer.about(),
        offer.name(),
        offer.sha256(),
        offer.form(),
        Caller.current().id(),
        Caller.current().name(),
        verdict.subject(),
        verdict.issuer(),
        verdict.serial(),
        verdict.fingerprint(),
        verdict.algorithm(),
        verdict.state(),
        verdict.checks(),
        now,
        verdict.claimedAt(),
        seq);
  }

  /// Everything that was signed about a matter, as far as the caller sees it.
  @Transactional(readOnly = true)
  List<CertificateSignature> about(String about) {
    return rows.about(about);
  }
}
