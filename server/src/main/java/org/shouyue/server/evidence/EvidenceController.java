package org.shouyue.server.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.FileAnswer;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/evidence")
final class EvidenceController {
  private final EvidenceLog log;
  private final ExportGate gate;

  EvidenceController(EvidenceLog log, ExportGate gate) {
    this.log = log;
    this.gate = gate;
  }

  record ToVerify(UUID contractId) {
    ToVerify {
      new Checks().present("contractId", contractId).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<EvidenceRecord> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String about,
      PageRequest request) {
    return log.page(contract, about, request);
  }

  @GetMapping("/{contractId}/{seq}")
  @AllowedToSignedIn
  EvidenceRecord one(@PathVariable UUID contractId, @PathVariable long seq) {
    return log.find(contractId, seq)
        .orElseThrow(() -> Problem.notFound("evidence", contractId + "/" + seq));
  }

  /// The bytes of a record. A copy is not the evidence itself: it bears the marks of who took it,
  /// and its digest is another.
  @GetMapping("/{contractId}/{seq}/content")
  @AllowedToSignedIn
  ResponseEntity<byte[]> content(
      @PathVariable UUID contractId,
      @PathVariable long seq,
      @RequestParam(name = "copy", defaultValue = "false") boolean marked) {
    EvidenceRecord record = one(contractId, seq);
    byte[] content =
        log.content(record)
            .orElseThrow(() ->
                Problem.of(
                    HttpStatus.GONE,
                    "content-missing",
                    "the file of this record is gone or altered"));
    // Never shown in our own origin: it comes from elsewhere.
    return FileAnswer.download(gate.file(outgoing(record, marked), content));
  }

  private static Outgoing outgoing(EvidenceRecord record, boolean marked) {
    return marked
        ? Outgoing.written(record.clientId(), record.name())
        : Outgoing.kept(record.clientId(), record.name());
  }

  @PostMapping("/verify")
  @AllowedToSignedIn
  EvidenceLog.Verified verify(@RequestBody ToVerify given) {
    return log.verify(given.contractId());
  }
}
