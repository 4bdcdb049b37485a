package org.shouyue.server.work;

import java.time.Instant;
import java.util.List;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.springframework.stereotype.Component;

/// Keeps what runs leave as proof. Callers bring the transaction.
@Component
class RunEvidence {
  private final EvidenceLog log;

  RunEvidence(EvidenceLog log) {
    this.log = log;
  }

  void keep(Run run, List<Proof> proofs, Instant now) {
    for (Proof proof : proofs) {
      log.keep(
          new NewEvidence(
              run.clientId(),
              run.contractId(),
              proof.name(),
              proof.mediaType(),
              proof.content(),
              about(run),
              now));
    }
  }

  private static String about(Run run) {
    if (run.findingId() != null) {
      return "finding/" + run.findingId();
    }
    return run.obligationId() == null ? "run/" + run.id() : "obligation/" + run.obligationId();
  }
}
