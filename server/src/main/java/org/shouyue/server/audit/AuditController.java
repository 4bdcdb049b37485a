package org.shouyue.server.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
final class AuditController {
  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  /// Whether every visible chain is unbroken, and where not.
  record Verified(boolean ok, List<AuditTrail.Broken> broken) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR})
  Page<AuditEntry> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String action,
      PageRequest request) {
    return trail.page(client, action, request);
  }

  @GetMapping("/verify")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR})
  Verified verify() {
    List<AuditTrail.Broken> broken = trail.broken();
    return new Verified(broken.isEmpty(), broken);
  }
}
