package org.shouyue.server.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.Furnishing;

/// One of everything that the secrecy room keeps.
final class SecrecyFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    Browser manager = served.server().admin();
    UUID engineer = person(served);
    manager
        .post(
            "/api/named-people",
            Map.of("contractId", served.contract(), "personId", engineer, "duty", served.name()))
        .expect(201);
    manager
        .form(
            "/api/undertakings/paper",
            Map.of(
                "undertaking",
                Map.of(
                    "clientId", served.client(), "personId", engineer, "signedOn", "2026-01-01")),
            "file",
            served.name() + ".pdf",
            served.name().getBytes(StandardCharsets.UTF_8))
        .expect(201);
    manager.post("/api/disclosures", disclosure(served.contract(), served.name())).expect(201);
    served
        .server()
        .as("client-signatory", served.client())
        .put(
            "/api/secrecy/rules/" + served.client(),
            Map.of(
                "undertakings", false,
                "namedOnly", false,
                "reason", served.name()))
        .expect(200);
  }

  static Map<String, ?> disclosure(Object contract, String text) {
    return Map.of(
        "contractId", contract,
        "recipient", text,
        "what", text,
        "purpose", text,
        "basis", text,
        "until", "2099-01-01T00:00:00Z");
  }

  private static UUID person(Served served) {
    String username = "secret-" + UUID.randomUUID();
    return UUID.fromString(
        served
            .server()
            .admin()
            .post(
                "/api/people",
                Map.of(
                    "username",
                    username,
                    "name",
                    served.name(),
                    "role",
                    "engineer",
                    "password",
                    "a-long-password",
                    "clients",
                    Set.of(served.client())))
            .expect(201)
            .text("id"));
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    Map<String, ?> reason = Map.of("reason", "x");
    deeds.put(
        "PUT /api/secrecy/rules/{clientId}",
        Map.of("undertakings", true, "namedOnly", false, "reason", "x"));
    deeds.put(
        "POST /api/undertakings/mine/{clientId}",
        Map.of("textSha256", "x", "drawing", Drawing.SIGNATURE));
    deeds.put(
        "POST /api/undertakings/paper",
        Map.of(
            "file",
            true,
            "undertaking",
            Map.of("clientId", "$", "personId", "$", "signedOn", "2026-01-01")));
    deeds.put("POST /api/undertakings/{id}/withdraw", reason);
    deeds.put("POST /api/named-people", Map.of("contractId", "$", "personId", "$", "duty", "x"));
    deeds.put("POST /api/named-people/{id}/decision", Map.of("approved", true));
    deeds.put("POST /api/named-people/{id}/remove", reason);
    deeds.put("POST /api/disclosures", disclosure("$", "x"));
    deeds.put(
        "POST /api/disclosures/{id}/decision",
        Map.of("consents", true, "name", "x", "role", "x", "drawing", Drawing.SIGNATURE));
    deeds.put("POST /api/disclosures/{id}/shown", Map.of("note", "x"));
    return deeds;
  }
}
