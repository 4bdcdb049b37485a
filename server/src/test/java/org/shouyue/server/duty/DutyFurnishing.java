package org.shouyue.server.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

final class DutyFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Browser engineer = served.server().as("engineer", served.client());
    served
        .server()
        .admin()
        .post(
            "/api/duty/rosters",
            RosterBodies.weekly(
                served.name() + " 值班表",
                List.of(served.client()),
                engineer.person().path("id").asString()))
        .expect(201);
    period(served);
  }

  /// A period that is filled, and later attended by nobody but a minute.
  private static void period(Served served) {
    Browser manager = served.server().admin();
    String period =
        manager
            .post(
                "/api/duty/periods",
                Map.of(
                    "contractId",
                    served.contract(),
                    "name",
                    served.name() + " 活动",
                    "from",
                    "2026-01-01T00:30:00Z",
                    "to",
                    "2026-01-01T12:00:00Z",
                    "place",
                    served.name()))
            .expect(201)
            .text("period.id");
    Browser guard = served.server().as("engineer", served.client());
    String person = guard.person().path("id").asString();
    String shift =
        manager
            .post(
                "/api/duty/periods/" + period + "/filling",
                Map.of("hours", 12, "people", List.of(person)))
            .expect(200)
            .text("shifts.0.id");
    String path = "/api/duty/shifts/" + shift;
    guard
        .form(path + "/check-in", Map.of("place", served.name()), "file", "x.jpg", new byte[] {1})
        .expect(204);
    guard.post(path + "/entries", Map.of("checked", served.name())).expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new HashMap<>(periodDeeds());
    deeds.putAll(
        Map.of(
            "POST /api/duty/rosters",
            RosterBodies.weekly("x", List.of("$"), "$"),
            "PUT /api/duty/rosters/{id}",
            RosterBodies.weekly("x", List.of("$"), "$"),
            "DELETE /api/duty/rosters/{id}",
            Map.of(),
            "POST /api/duty/rosters/{id}/stand-ins",
            stretch("person"),
            "DELETE /api/duty/stand-ins/{id}",
            Map.of(),
            "POST /api/duty/rosters/{id}/swaps",
            stretch("taker"),
            "POST /api/duty/swaps/{id}/answer",
            Map.of("answer", "accept")));
    return deeds;
  }

  private static Map<String, ?> stretch(String role) {
    return Map.of(
        role, "$", "from", "2026-03-01T00:00:00Z", "to", "2026-03-02T00:00:00Z", "reason", "x");
  }

  private static Map<String, Map<String, ?>> periodDeeds() {
    Map<String, ?> told =
        Map.of(
            "contractId",
            "$",
            "name",
            "x",
            "from",
            "2026-03-01T00:00:00Z",
            "to",
            "2026-03-02T00:00:00Z");
    return Map.of(
        "POST /api/duty/periods",
        told,
        "POST /api/duty/periods/{id}/filling",
        Map.of("hours", 12, "people", List.of()),
        "PUT /api/duty/periods/{id}/place",
        Map.of("place", "x"),
        "POST /api/duty/periods/{id}/cancel",
        Map.of("reason", "x"),
        "PUT /api/duty/shifts/{id}/person",
        Map.of(),
        "POST /api/duty/shifts/{id}/check-in",
        Map.of("file", true),
        "POST /api/duty/shifts/{id}/take-over",
        Map.of(),
        "POST /api/duty/shifts/{id}/check-out",
        Map.of("note", "x"),
        "POST /api/duty/shifts/{id}/entries",
        Map.of("checked", "x"));
  }

  /// Absences and feeds are the provider's own; a person's are the caller's alone.
  @Override
  public Set<String> ofNoClient() {
    return Set.of(
        "POST /api/duty/absences",
        "DELETE /api/duty/absences/{id}",
        "POST /api/duty/feeds",
        "DELETE /api/duty/feeds/{id}");
  }
}
