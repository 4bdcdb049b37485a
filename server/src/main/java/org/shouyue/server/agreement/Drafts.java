package org.shouyue.server.agreement;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.document.DocumentUnreadable;
import org.shouyue.contract.document.SourceDocument;
import org.shouyue.contract.reading.ContractReader;
import org.shouyue.server.agreement.Decisions.Decision;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Contracts before they are signed: imported from a document, edited, their ambiguities decided.
@Service
class Drafts {
  private final DocumentReader documents = new DocumentReader();
  private final ContractReader reader = new ContractReader();

  private final Contracts contracts;
  private final Decisions decisions;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Drafts(
      Contracts contracts,
      Decisions decisions,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.contracts = contracts;
    this.decisions = decisions;
    this.clock = clock;
    this.events = events;
  }

  /// What a document promises; nothing is stored.
  Read read(String name, InputStream content) {
    try {
      SourceDocument document = documents.read(name, content);
      return new Read(document, reader.read(document.lines()));
    } catch (DocumentUnreadable unreadable) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "unreadable-document",
              String.valueOf(unreadable.getMessage()))
          .with("reason", unreadable.code().code());
    }
  }

  /// A document and what was read from it.
  record Read(SourceDocument document, Contract contract) {}

  /// Stores what was read as a draft of this client's.
  @Transactional
  Agreement add(UUID client, Read read) {
    Agreement draft =
        new Agreement(
            UUID.randomUUID(),
            client,
            AgreementState.DRAFT,
            read.contract(),
            1,
            read.document().lines(),
            read.document().name(),
            read.document().digest(),
            null,
            null,
            null,
            null);
    contracts.add(draft, clock.instant(), Caller.current().name());
    changed(draft, "contract.imported", Map.of("document", draft.documentName()));
    return draft;
  }

  /// Gives a draft another body. What the reader found unclear stays as it was: only a decision
  /// settles it.
  @Transactional
  void edit(UUID id, JsonNode body) {
    Agreement draft = draft(id);
    replace(draft, Written.sent(body), "编辑");
  }

  /// Decides one ambiguity and, where the decision names values, writes them into the body.
  ///
  /// @param n its number in the body's list, from 0
  /// @param patch values by their JSON pointer, `/services/3/frequency`; null to leave the body
  @Transactional
  void decide(UUID id, int n, String text, @Nullable Map<String, JsonNode> patch) {
    Agreement draft = draft(id);
    if (n < 0 || n >= draft.contract().ambiguities().size()) {
      throw Problem.notFound("ambiguity", n);
    }
    if (patch != null && !patch.isEmpty()) {
      replace(draft, ContractPatch.apply(draft.contract(), patch), "裁定第 " + (n + 1) + " 项");
    }
    decisions.decide(draft, n, new Decision(text, clock.instant(), Caller.current().name()));
    changed(draft, "contract.ambiguity-decided", Map.of("n", n, "decision", text));
  }

  private void replace(Agreement draft, Contract body, String why) {
    Contract kept = withAmbiguities(body, draft.contract().ambiguities());
    Agreement next =
        new Agreement(
            draft.id(),
            draft.clientId(),
            draft.state(),
            kept,
            draft.version() + 1,
            draft.source(),
            draft.documentName(),
            draft.documentDigest(),
            null,
            null,
            null,
            null);
    contracts.change(next, why, clock.instant(), Caller.current().name());
    changed(next, "contract.edited", Map.of("version", next.version(), "why", why));
  }

  private static Contract withAmbiguities(Contract body, List<Ambiguity> ambiguities) {
    return new Contract(
        body.title(),
        body.number(),
        body.client(),
        body.provider(),
        body.term(),
        body.total(),
        body.services(),
        body.serviceLevels(),
        body.payments(),
        body.acceptances(),
        body.penalties(),
        body.secrecy(),
        ambiguities);
  }

  private Agreement draft(UUID id) {
    Agreement agreement = contracts.lock(id);
    if (agreement == null) {
      throw Problem.notFound("contract", id);
    }
    if (agreement.state() != AgreementState.DRAFT) {
      throw Problem.conflict("not-a-draft", "合同已生效，正文与裁定不可再改；如有变更请签订补充合同后重新导入");
    }
    return agreement;
  }

  private void changed(Agreement draft, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(draft.clientId(), action, "contract/" + draft.id(), details));
  }
}
