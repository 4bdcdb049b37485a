package org.shouyue.server.billing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Settlements;
import org.shouyue.server.agreement.Settlements.SettlementView;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Format;
import org.shouyue.server.report.Papers;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Statements of the settlement: drawn by the provider, confirmed by both sides, each with a
/// signature under the digest of the same file.
@Service
class Statements {
  private final Ledger ledger;
  private final Agreements agreements;
  private final Settlements settlements;
  private final Papers papers;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Statements(
      Ledger ledger,
      Agreements agreements,
      Settlements settlements,
      Papers papers,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.ledger = ledger;
    this.agreements = agreements;
    this.settlements = settlements;
    this.papers = papers;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// Draws the statement of a contract as things stand now, and keeps its file as evidence.
  @Transactional
  UUID draw(UUID contract) {
    Agreement agreement = agreements.requireSigned(contract);
    Instant now = clock.instant();
    SettlementView view = settlements.of(contract, now);
    UUID id = UUID.randomUUID();
    UUID paper =
        papers.draw(
            StatementPaper.of(
                agreement, id, view, ledger.invoices(contract), ledger.breaches(contract)));
    Papers.PaperFile file = papers.file(paper, Format.PDF);
    var _ = keep(agreement, file.name(), Format.PDF.mediaType(), file.content(), id, now);
    ledger.add(
        new Statement(
            id,
            agreement.clientId(),
            contract,
            view.asOf(),
            view.total(),
            paper,
            now,
            Caller.current().name(),
            List.of()));
    changed(agreement, "statement.drawn", id, Map.of("total", view.total().toPlainString()));
    tell(agreement, Role.CLIENT_SIGNATORY, "statement-drawn", id);
    return id;
  }

  /// What a signatory hands in.
  ///
  /// @param drawing the drawn signature, a PNG picture
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Given(String name, String role, byte[] drawing) {}

  /// Confirms for the caller's side.
  ///
  /// @throws Problem 404 for an unknown statement, 409 when the side has confirmed already
  @Transactional
  UUID confirm(UUID id, Given given) {
    Statement statement =
        ledger.lockStatement(id).orElseThrow(() -> Problem.notFound("statement", id));
    String side = Bills.side(Caller.current());
    if (statement.isSignedBy(side)) {
      throw Problem.conflict("already-signed", "本方已确认这份结算单");
    }
    Agreement agreement = agreements.requireSigned(statement.contractId());
    Instant now = clock.instant();
    EvidenceRecord drawing =
        keep(agreement, "signature-" + side + ".png", "image/png", given.drawing(), id, now);
    ledger.sign(
        statement, new Statement.Signed(side, given.name(), given.role(), now, drawing.seq()));
    changed(agreement, "statement.confirmed", id, Map.of("side", side, "name", given.name()));
    tell(
        agreement,
        side.equals("client") ? Role.PROVIDER_MANAGER : Role.CLIENT_SIGNATORY,
        "statement-confirmed",
        id);
    return statement.contractId();
  }

  private EvidenceRecord keep(
      Agreement agreement, String name, String type, byte[] content, UUID id, Instant at) {
    return evidence.keep(
        new NewEvidence(
            agreement.clientId(), agreement.id(), name, type, content, "statement/" + id, at));
  }

  private void changed(Agreement agreement, String action, UUID id, Map<String, String> details) {
    events.publishEvent(new Changed(agreement.clientId(), action, "statement/" + id, details));
  }

  private void tell(Agreement agreement, Role role, String template, UUID id) {
    events.publishEvent(
        new NoticeWanted(
            agreement.clientId(),
            new Audience.OfRole(role),
            Urgency.NORMAL,
            template,
            Map.of(),
            "statement/" + id,
            template + "/" + id + "/" + role.code()));
  }
}
