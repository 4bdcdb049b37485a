package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Furnishing;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.TestSignature;
import org.springframework.transaction.support.TransactionTemplate;

/// A round of an acceptance with one line; written directly, since the contract's own first round
/// is half a year away.
final class AcceptanceFurnishing implements Furnishing {
  @Override
  public void finish(Served served) {
    ServerUnderTest server = served.server();
    UUID acceptance =
        UUID.fromString(
            server
                .admin()
                .get("/api/acceptances?contract=" + served.contract())
                .expect(200)
                .text("items.0.id"));
    AcceptanceRound round = round(served, acceptance);
    AcceptanceRounds rounds = server.bean(AcceptanceRounds.class);
    TenantScope.of(served.client())
        .run(() ->
            server
                .bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                  rounds.add(round);
                  rounds.check(
                      round,
                      0,
                      new AcceptanceRound.Check(
                          "2.4",
                          "2.4",
                          served.name(),
                          "kept",
                          1,
                          1,
                          0,
                          0,
                          AcceptanceRound.Judgement.OPEN,
                          null,
                          null,
                          null));
                }));
  }

  private static AcceptanceRound round(Served served, UUID acceptance) {
    return new AcceptanceRound(
        UUID.randomUUID(),
        served.client(),
        served.contract(),
        1,
        1,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 6, 30),
        served.name(),
        Instant.parse("2026-02-01T00:00:00Z"),
        "admin",
        null,
        acceptance,
        AcceptanceRound.State.APPLIED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    return Map.of(
        "POST /api/acceptance-rounds",
        Map.of("contractId", "$", "ordinal", 1, "statement", "申请验收"),
        "PUT /api/acceptance-rounds/{id}/checks/{service}",
        Map.of("judgement", "pass"),
        "POST /api/acceptance-rounds/{id}/countersign",
        Map.of("name", "李经理", "role", "项目经理", "drawing", TestSignature.drawn()));
  }
}
