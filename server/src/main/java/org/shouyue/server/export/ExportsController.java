package org.shouyue.server.export;

import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/exports")
final class ExportsController {
  private final ExportLog log;
  private final ExportRules rules;
  private final Tracing tracing;
  private final Clients clients;
  private final Directory directory;
  private final InstantSource clock;

  ExportsController(
      ExportLog log,
      ExportRules rules,
      Tracing tracing,
      Clients clients,
      Directory directory,
      InstantSource clock) {
    this.log = log;
    this.rules = rules;
    this.tracing = tracing;
    this.clients = clients;
    this.directory = directory;
    this.clock = clock;
  }

  record NewRule(boolean approval, @Nullable UUID approverId, String reason) {
    NewRule {
      new Checks().text("reason", reason, 500).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Export> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable Boolean shown,
      PageRequest request) {
    return log.page(new ExportLog.Wanted(client, person, shown), request);
  }

  /// Tells which export a file, or a part of one, comes from. The file is not kept.
  @PostMapping("/trace")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY, Role.CLIENT_READER, Role.AUDITOR})
  Tracing.Traced trace(@RequestPart("file") MultipartFile file) throws IOException {
    if (file.isEmpty()) {
      throw Problem.invalid("file", "must not be empty");
    }
    return tracing.trace(file.getBytes());
  }

  @GetMapping("/rules/{clientId}")
  @AllowedToSignedIn
  ExportRule rule(@PathVariable UUID clientId) {
    require(clientId);
    return rules.of(clientId);
  }

  @PutMapping("/rules/{clientId}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  ExportRule set(@PathVariable UUID clientId, @RequestBody NewRule given) {
    require(clientId);
    Caller caller = Caller.current();
    ExportRule before = rules.of(clientId);
    boolean ofClient = caller.role() == Role.CLIENT_SIGNATORY;
    if (!ofClient && before.approval() && !given.approval()) {
      throw Problem.forbidden("导出审批只能由甲方放宽：请甲方签字人在平台上操作");
    }
    UUID approver = given.approverId();
    if (!ofClient && !java.util.Objects.equals(approver, before.approverId())) {
      throw Problem.forbidden("审批人由甲方签字人指定");
    }
    if (approver != null
        && directory.of(clientId, Role.CLIENT_READER).stream()
            .noneMatch(card -> card.id().equals(approver))) {
      throw Problem.invalid("approverId", "must be one of the client's own people");
    }
    rules.set(
        new ExportRule(
            clientId,
            given.approval(),
            approver,
            given.reason().strip(),
            clock.instant(),
            caller.name()));
    return rules.of(clientId);
  }

  private void require(UUID client) {
    if (clients.find(client).isEmpty()) {
      throw Problem.notFound("client", client);
    }
  }
}
