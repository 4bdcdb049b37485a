package org.shouyue.server.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.shouyue.server.acceptance.Acceptance.Progress;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.report.Dossier;
import org.shouyue.server.report.DossierOrder;
import org.shouyue.server.report.Dossiers;
import org.shouyue.server.report.Format;
import org.shouyue.server.report.Rendering;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Builds the package of an acceptance, step by step, and publishes it.
@Component
class PackageBuilding {
  private static final int STEPS = 7;

  private final Acceptances acceptances;
  private final Agreements agreements;
  private final Dossiers dossiers;
  private final EvidenceLog evidence;
  private final Rendering rendering;
  private final PackageFolder packages;
  private final PackageContents contents;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  PackageBuilding(
      Acceptances acceptances,
      Agreements agreements,
      Dossiers dossiers,
      EvidenceLog evidence,
      Rendering rendering,
      PackageFolder packages,
      PackageContents contents,
      InstantSource clock,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.acceptances = acceptances;
    this.agreements = agreements;
    this.dossiers = dossiers;
    this.evidence = evidence;
    this.rendering = rendering;
    this.packages = packages;
    this.contents = contents;
    this.clock = clock;
    this.events = events;
    this.transaction = transaction;
  }

  /// Builds and publishes a draft; does nothing when it is none any more.
  void build(Acceptance draft) {
    if (draft.state() != AcceptanceState.DRAFT) {
      return;
    }
    tell(draft, 0, "汇集履约记录和证据");
    Dossier dossier = dossiers.drawUp(order(draft));
    byte[] json = rendering.render(dossier, Format.JSON);
    anchor(draft, dossier, json);
    packages.build(
        draft.id(),
        documents -> fill(draft, dossier, documents),
        (documents, target) -> seal(draft, dossier, documents, target));
    publish(draft, json);
  }

  private DossierOrder order(Acceptance draft) {
    return new DossierOrder(
        draft.contractId(),
        Dossier.Kind.ACCEPTANCE,
        draft.number(),
        draft.from(),
        draft.to(),
        true,
        acceptances.judged(draft.contractId()));
  }

  private void fill(Acceptance draft, Dossier dossier, Path documents) throws IOException {
    int step = 1;
    for (Format format : Rendering.formats()) {
      tell(draft, step++, "编制 " + format.extension());
      Files.write(
          documents.resolve("acceptance." + format.extension()), rendering.render(dossier, format));
    }
    Files.write(documents.resolve("dossier.schema.json"), Rendering.schema());
    contents.companions(agreements.require(draft.contractId()), documents);
  }

  private void seal(Acceptance draft, Dossier dossier, Path documents, Path target)
      throws IOException {
    tell(draft, STEPS - 2, "放入证据并封签");
    contents.seal(draft.contractId(), documents, target, dossier.issuedAt());
    tell(draft, STEPS - 1, "打包");
  }

  /// Keeps what is published as evidence itself: the chain says what lay before the client.
  private void anchor(Acceptance draft, Dossier dossier, byte[] json) {
    var _ =
        evidence.keep(
            new NewEvidence(
                draft.clientId(),
                draft.contractId(),
                "acceptance.json",
                Format.JSON.mediaType(),
                json,
                "acceptance/" + draft.id(),
                dossier.issuedAt()));
  }

  private void publish(Acceptance draft, byte[] written) {
    String json = new String(written, StandardCharsets.UTF_8);
    transaction.executeWithoutResult(_ -> {
      if (acceptances.publish(draft.id(), json, clock.instant())) {
        events.publishEvent(
            new Changed(
                draft.clientId(),
                "acceptance.published",
                "acceptance/" + draft.id(),
                Map.of("number", draft.number())));
      }
    });
  }

  private void tell(Acceptance draft, int done, String message) {
    acceptances.progress(draft.id(), new Progress(done, STEPS, message));
  }
}
