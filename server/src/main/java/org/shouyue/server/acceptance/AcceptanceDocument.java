package org.shouyue.server.acceptance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.Signable;
import org.shouyue.server.signature.Signable.Matter;
import org.springframework.stereotype.Component;

/// What people sign of an acceptance: the manifest, by which everything in the package is known, or
/// the report as a PDF.
@Component
class AcceptanceDocument implements Signable {
  private final Acceptances acceptances;
  private final PackageFolder packages;

  AcceptanceDocument(Acceptances acceptances, PackageFolder packages) {
    this.acceptances = acceptances;
    this.packages = packages;
  }

  @Override
  public @Nullable Document document(String about, boolean pdf) {
    UUID id = Matter.id(about, "acceptance");
    if (id == null) {
      return null;
    }
    Acceptance acceptance =
        acceptances.find(id).orElseThrow(() -> Problem.notFound("acceptance", id));
    String name = pdf ? "acceptance.pdf" : PackageContents.MANIFEST;
    byte[] content =
        packages
            .read(id, name)
            .orElseThrow(() -> Problem.conflict("not-published", "验收材料尚未生成，不能签署"));
    return new Document(acceptance.clientId(), acceptance.contractId(), name, content);
  }
}
