package org.shouyue.server.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.report.Dossier;
import org.shouyue.server.report.Format;
import org.shouyue.server.report.Rendering;
import org.shouyue.server.report.SignOff;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Puts the signature beside what was signed and seals the package again. What was signed stays as
/// it is, down to its manifest.
@Component
class SignOffPages {
  static final String FOLDER = "sign-off";

  private final ReentrantLock lock = new ReentrantLock();
  private final Acceptances acceptances;
  private final ClientSigning signing;
  private final PackageFolder packages;
  private final PackageContents contents;
  private final Rendering rendering;
  private final EvidenceLog evidence;

  SignOffPages(
      Acceptances acceptances,
      ClientSigning signing,
      PackageFolder packages,
      PackageContents contents,
      Rendering rendering,
      EvidenceLog evidence) {
    this.acceptances = acceptances;
    this.signing = signing;
    this.packages = packages;
    this.contents = contents;
    this.rendering = rendering;
    this.evidence = evidence;
  }

  /// Makes up for a server that died between the signature and the sealing.
  @Async
  @TransactionalEventListener
  void on(AcceptanceJudged judged) {
    TenantScope.of(judged.clientId()).run(() -> add(judged.acceptanceId()));
  }

  /// Adds the pages; does nothing when they are there or nobody has signed.
  void add(UUID id) {
    lock.lock();
    try {
      Path before = packages.folder(id);
      Acceptance acceptance = acceptances.find(id).orElse(null);
      Signature signature = acceptances.signature(id).orElse(null);
      boolean there = Files.exists(before.resolve(FOLDER));
      if (acceptance != null && signature != null && !there) {
        packages.build(
            id,
            documents -> fill(acceptance, signature, before, documents),
            (documents, target) ->
                contents.seal(acceptance.contractId(), documents, target, signature.at()));
      }
    } finally {
      lock.unlock();
    }
  }

  private void fill(Acceptance acceptance, Signature signature, Path before, Path documents)
      throws IOException {
    contents.documents(before, documents);
    Path pages = Files.createDirectory(documents.resolve(FOLDER));
    contents.keepSeals(before, pages);
    SignOff signOff = signOff(acceptance, signature);
    Files.write(pages.resolve("signature.png"), signOff.drawing());
    Files.write(pages.resolve("sign-off.json"), signing.written(signature));
    for (Format format : new Format[] {Format.HTML, Format.PDF}) {
      Files.write(
          pages.resolve("sign-off." + format.extension()),
          rendering.signaturePage(signOff, format));
    }
  }

  private SignOff signOff(Acceptance acceptance, Signature signature) {
    String written = acceptance.dossier();
    if (written == null) {
      throw new IllegalStateException("a signed package has its dossier: " + acceptance.id());
    }
    Dossier dossier = rendering.read(written.getBytes(StandardCharsets.UTF_8));
    byte[] drawing =
        evidence
            .find(acceptance.contractId(), signature.evidenceSeq())
            .flatMap(evidence::content)
            .orElseThrow(() -> new IllegalStateException("the drawn signature is gone"));
    return new SignOff(
        dossier.number(),
        dossier.contract().title(),
        dossier.contract().client(),
        signature.name(),
        signature.role(),
        signature.verdict() == Signature.Verdict.ACCEPTED,
        signature.remarks(),
        signature.at(),
        dossier.zone(),
        signature.packageDigest(),
        drawing);
  }
}
