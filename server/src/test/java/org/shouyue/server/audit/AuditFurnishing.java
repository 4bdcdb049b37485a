package org.shouyue.server.audit;

import org.shouyue.server.testing.Furnishing;

/// The anchor that an export leaves.
final class AuditFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    served.server().admin().get("/api/audit/export").expect(200);
  }
}
