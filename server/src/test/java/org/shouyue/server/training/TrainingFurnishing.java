package org.shouyue.server.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

final class TrainingFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    String course =
        manager
            .post("/api/training/courses", course(served.client(), served.name()))
            .expect(201)
            .text("id");
    manager
        .form(
            "/api/training/courses/" + course + "/materials",
            Map.of(),
            "file",
            served.name(),
            new byte[] {1})
        .expect(201);
    manager
        .post("/api/training/courses/" + course + "/questions", question(served.name()))
        .expect(201);
    String session =
        manager
            .post("/api/training/sessions", session(served.contract(), course, served.name()))
            .expect(201)
            .text("id");
    String door =
        manager.post("/api/training/sessions/" + session + "/door", Map.of()).text("path");
    Browser anybody = served.server().browser();
    String seat =
        anybody
            .post("/api" + door, Map.of("name", served.name(), "unit", served.name()))
            .expect(201)
            .text("seat");
    anybody.post("/api/training/seat/" + seat + "/quiz", Map.of()).expect(200);
  }

  static Map<String, Object> course(Object client, String name) {
    return Map.of(
        "clientId",
        client,
        "topic",
        "awareness",
        "name",
        name,
        "syllabus",
        name,
        "drawn",
        1,
        "passMark",
        60,
        "attempts",
        2);
  }

  static Map<String, Object> question(String asks) {
    return Map.of(
        "kind", "single", "asks", asks, "options", List.of("甲", "乙"), "answers", List.of(1));
  }

  static Map<String, Object> session(Object contract, Object course, String place) {
    return Map.of(
        "contractId", contract,
        "courseId", course,
        "startsAt", "2026-01-01T00:10:00Z",
        "endsAt", "2026-01-01T02:00:00Z",
        "place", place,
        "trainer", place);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new HashMap<>();
    deeds.put("POST /api/training/courses", course("$", "x"));
    deeds.put("PUT /api/training/courses/{id}", course("$", "x"));
    deeds.put("POST /api/training/courses/{id}/materials", Map.of("file", true));
    deeds.put("POST /api/training/courses/{id}/questions", question("x"));
    deeds.put("POST /api/training/courses/{id}/questions/import", Map.of("file", true));
    deeds.put("DELETE /api/training/questions/{id}", Map.of());
    deeds.put("POST /api/training/sessions", session("$", "$", "x"));
    deeds.put(
        "POST /api/training/sessions/{id}/invitations",
        Map.of("people", List.of(Map.of("name", "x", "unit", "x"))));
    deeds.put("POST /api/training/sessions/{id}/door", Map.of());
    deeds.put("POST /api/training/participants/{id}/tick", Map.of());
    deeds.put("POST /api/training/sessions/{id}/files", Map.of("file", true));
    deeds.put("POST /api/training/sessions/{id}/close", Map.of());
    deeds.put("POST /api/training/sessions/{id}/cancel", Map.of());
    deeds.put("POST /api/training/participants/{id}/certificate", Map.of());
    deeds.put("POST /api/training/participants/{id}/certificate/revoke", Map.of());
    return deeds;
  }

  /// Opened by a secret address, which no identifier is.
  @Override
  public Set<String> ofNoClient() {
    return Set.of(
        "POST /api/training/door/{token}",
        "POST /api/training/seat/{token}/quiz",
        "POST /api/training/seat/{token}/answers",
        "POST /api/training/seat/{token}/evaluation");
  }
}
