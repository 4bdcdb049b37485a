package org.shouyue.server.agreement;

import java.time.Instant;
import org.shouyue.contract.Capability;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Furnishing;

/// What rooms did for a client's contract.
final class AgreementFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    Performance done =
        Performance.of(
            served.contract(),
            Capability.TRAINING,
            Instant.parse("2026-01-20T02:00:00Z"),
            served.name(),
            "training/" + served.client(),
            served.name());
    TenantScope.of(served.client())
        .run(() -> served.server().bean(Performances.class).perform(done));
  }
}
