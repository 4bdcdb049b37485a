package org.shouyue.server.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.Leaving;
import org.shouyue.server.outgoing.Marking;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Administrators;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
final class AuditController {
  private final AuditTrail trail;
  private final AuditExport export;
  private final AuditAnchors anchors;
  private final Administrators administrators;
  private final ExportGate gate;

  AuditController(
      AuditTrail trail,
      AuditExport export,
      AuditAnchors anchors,
      Administrators administrators,
      ExportGate gate) {
    this.trail = trail;
    this.export = export;
    this.anchors = anchors;
    this.administrators = administrators;
    this.gate = gate;
  }

  /// Whether every visible chain is unbroken and still holds what was anchored of it, and where
  /// not.
  record Verified(boolean ok, List<AuditTrail.Broken> broken, List<AuditAnchors.Lost> lost) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR})
  Page<AuditEntry> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant until,
      PageRequest request) {
    return trail.page(
        new AuditTrail.Wanted(client, actor, action, subject, from, until, clientsOnly()), request);
  }

  /// The visible chains as a signed file that `shouyue audit verify` checks without a server.
  @GetMapping("/export")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR})
  void export(@RequestParam(required = false) @Nullable UUID client, HttpServletResponse response)
      throws IOException {
    if (client != null && !TenantScope.visible().contains(client)) {
      throw Problem.notFound("client", client);
    }
    Set<UUID> clients = client == null ? TenantScope.visible() : Set.of(client);
    Leaving leaving = gate.stream(new Outgoing(clients, "audit.ndjson", Marking.KEPT, false));
    response.setContentType("application/x-ndjson");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"");
    anchors.anchorVisible();
    export.write(client, clientsOnly(), leaving.through(response.getOutputStream()));
    leaving.complete();
  }

  /// Whether the platform's own chain, which names accounts of every client, is kept back: from an
  /// auditor who was given clients, for they audit these alone; and, where the duties are
  /// separated, from everybody but the audit administrator.
  private boolean clientsOnly() {
    return Caller.current().role() == Role.AUDITOR
        ? !TenantScope.visible().isEmpty()
        : administrators.separated();
  }

  @GetMapping("/verify")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR})
  Verified verify() {
    List<AuditTrail.Broken> broken = trail.broken();
    List<AuditAnchors.Lost> lost = anchors.lost();
    return new Verified(broken.isEmpty() && lost.isEmpty(), broken, lost);
  }
}
