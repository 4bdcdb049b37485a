package org.shouyue.server.agreement;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How far a contract's quotas are used up.
@RestController
@RequestMapping("/api/contracts/{id}/quotas")
final class QuotasController {
  private final Quotas quotas;
  private final InstantSource clock;

  QuotasController(Quotas quotas, InstantSource clock) {
    this.quotas = quotas;
    this.clock = clock;
  }

  @GetMapping
  @AllowedToSignedIn
  List<QuotaStanding> of(@PathVariable UUID id) {
    return quotas.of(id, clock.instant());
  }
}
