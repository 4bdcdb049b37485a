package org.shouyue.server.external;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouyue.server.testing.Furnishing;

/// A notice with one problem.
final class ExternalFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Map<String, Object> notice = new HashMap<>(notice(served.contract().toString()));
    notice.put("title", served.name());
    notice.put("problems", List.of(Map.of("target", "", "description", served.name())));
    served.server().admin().post("/api/external", notice).expect(201);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, ?> text = Map.of("text", "x");
    Map<String, Map<String, ?>> deeds = new HashMap<>();
    deeds.put("POST /api/external", notice("$"));
    deeds.put("POST /api/external/with-document", Map.of("file", true, "notice", notice("$")));
    deeds.put("POST /api/external/reading", Map.of("file", true, "contractId", "$"));
    deeds.put("POST /api/external/table", Map.of("file", true, "contractId", "$"));
    deeds.put("POST /api/external/{id}/problems/{n}/fix", text);
    deeds.put("POST /api/external/{id}/problems/{n}/retest", Map.of("passed", true, "text", "x"));
    deeds.put("POST /api/external/{id}/problems/{n}/give-up", text);
    deeds.put("POST /api/external/{id}/problems/{n}/match", Map.of("assetId", "$"));
    deeds.put("POST /api/external/{id}/answer", text);
    deeds.put("POST /api/external/{id}/send", text);
    deeds.put("POST /api/external/{id}/receipt", Map.of("file", true, "text", "x"));
    return deeds;
  }

  private static Map<String, ?> notice(String contract) {
    return Map.of(
        "contractId", contract,
        "issuer", "x",
        "title", "x",
        "answerDue", "2026-03-01",
        "problems", List.of(Map.of("target", "", "description", "x")));
  }
}
