package org.shouyue.server.work;

import java.time.Instant;
import java.util.List;
import org.shouyue.evidence.ContentDigest;
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

  /// A proof whose bytes are on disk and that no chain names yet.
  record Stored(Proof proof, ContentDigest content) {}

  /// Puts proofs on disk. Needs no transaction and should have none.
  List<Stored> store(List<Proof> proofs) {
    return proofs.stream().map(proof -> new Stored(proof, log.store(proof.content()))).toList();
  }

  void keep(Run run, List<Stored> proofs, Instant now) {
    for (Stored stored : proofs) {
      Proof proof = stored.proof();
      log.keep(
          new NewEvidence(
              run.clientId(),
              run.contractId(),
              proof.name(),
              proof.mediaType(),
              proof.content(),
              about(run),
              now),
          stored.content());
    }
  }

  private static String about(Run run) {
    if (run.findingId() != null) {
      return "finding/" + run.findingId();
    }
    return run.obligationId() == null ? "run/" + run.id() : "obligation/" + run.obligationId();
  }
}
