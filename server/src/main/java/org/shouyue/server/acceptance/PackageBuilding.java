package org.shouyue.server.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.shouyue.server.acceptance.Acceptance.Progress;
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
  private final Dossiers dossiers;
  private final Rendering rendering;
  private final PackageFolder packages;
  private final PackageContents contents;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  PackageBuilding(
      Acceptances acceptances,
      Dossiers dossiers,
      Rendering rendering,
      PackageFolder packages,
      PackageContents contents,
      InstantSource clock,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.acceptances = acceptances;
    this.dossiers = dossiers;
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
    packages.build(draft.id(), folder -> fill(draft, dossier, folder));
    publish(draft, dossier);
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

  private void fill(Acceptance draft, Dossier dossier, Path folder) throws IOException {
    int step = 1;
    for (Format format : Rendering.formats()) {
      tell(draft, step++, "编制 " + format.extension());
      Files.write(
          folder.resolve("acceptance." + format.extension()), rendering.render(dossier, format));
    }
    Files.write(folder.resolve("dossier.schema.json"), Rendering.schema());
    Files.write(folder.resolve("README.md"), contents.readme());
    tell(draft, step++, "放入证据并封签");
    contents.evidence(draft.contractId(), folder);
    contents.seal(draft.contractId(), folder);
    tell(draft, step, "打包");
  }

  private void publish(Acceptance draft, Dossier dossier) {
    String json = new String(rendering.render(dossier, Format.JSON), StandardCharsets.UTF_8);
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
