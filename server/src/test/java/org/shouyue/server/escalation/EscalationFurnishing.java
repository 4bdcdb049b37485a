package org.shouyue.server.escalation;

import java.util.List;
import java.util.Map;
import org.shouyue.server.testing.Furnishing;

/// A critical ticket, which is escalated at once, and a chain.
final class EscalationFurnishing implements Furnishing {

  @Override
  public void furnish(Served served) {
    var manager = served.server().admin();
    manager
        .put(
            "/api/escalation-chains",
            Map.of("clientId", served.client(), "severity", "low", "steps", List.of()))
        .expect(200);
    manager
        .post(
            "/api/tickets",
            Map.of(
                "contractId",
                served.contract(),
                "kind",
                "incident",
                "severity",
                "critical",
                "title",
                served.name() + " 遭到攻击"))
        .expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    return Map.of(
        "POST /api/escalations/{id}/acknowledge", Map.of(),
        "PUT /api/escalation-chains",
            Map.of("clientId", "$", "severity", "low", "steps", List.of()));
  }
}
