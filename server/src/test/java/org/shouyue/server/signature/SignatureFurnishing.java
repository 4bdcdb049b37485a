package org.shouyue.server.signature;

import java.util.Map;
import java.util.Set;
import org.shouyue.server.signature.TestAuthority.Keys;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

/// A statement that the manager signed with a certificate.
final class SignatureFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    Browser manager = served.server().admin();
    String statement =
        manager
            .post("/api/billing/statements", Map.of("contractId", served.contract()))
            .expect(201)
            .text("statements.0.id");
    String offer =
        manager
            .post("/api/signatures/offers", Map.of("about", "statement/" + statement, "pdf", false))
            .expect(201)
            .text("id");
    byte[] content = manager.get("/api/signatures/offers/" + offer + "/content").bytes();
    TestAuthority authority = new TestAuthority(Keys.EC, "机构");
    manager
        .form(
            "/api/signatures/offers/" + offer,
            Map.of(),
            "file",
            "signature.p7s",
            authority.signed(authority.person(served.name()), content))
        .expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    return Map.of(
        "POST /api/signatures/offers",
        Map.of("about", "statement/$", "pdf", false),
        "POST /api/signatures/offers/{id}",
        Map.of("file", "signature"));
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of(
        "POST /api/signatures/certificates",
        "DELETE /api/signatures/certificates/{id}",
        "POST /api/trust/anchors",
        "DELETE /api/trust/anchors/{id}",
        "POST /api/trust/revocations");
  }
}
