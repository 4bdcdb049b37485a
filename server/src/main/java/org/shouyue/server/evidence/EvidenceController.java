package org.shouyue.server.evidence;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

  EvidenceController(EvidenceLog log) {
    this.log = log;
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

  @GetMapping("/{contractId}/{seq}/content")
  @AllowedToSignedIn
  ResponseEntity<byte[]> content(@PathVariable UUID contractId, @PathVariable long seq) {
    EvidenceRecord record = one(contractId, seq);
    byte[] content =
        log.content(record)
            .orElseThrow(() ->
                Problem.of(
                    HttpStatus.GONE,
                    "content-missing",
                    "the file of this record is gone or altered"));
    return ResponseEntity.ok()
        // Never shown in our own origin: it comes from elsewhere.
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(record.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  @PostMapping("/verify")
  @AllowedToSignedIn
  EvidenceLog.Verified verify(@RequestBody ToVerify given) {
    return log.verify(given.contractId());
  }
}
