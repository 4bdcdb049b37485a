package org.shouyue.server.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rosters as the API takes them.
final class RosterBodies {
  private RosterBodies() {}

  /// One layer, a week each, handed over on Mondays at nine.
  static Map<String, Object> weekly(String name, List<?> clients, String... people) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("clientIds", clients);
    body.put("autoSwap", false);
    body.put(
        "layers",
        List.of(
            Map.of(
                "name",
                "主班",
                "people",
                List.of(people),
                "turn",
                Map.of(
                    "unit", "weeks", "length", 1, "firstDay", "2025-12-29", "handover", "09:00"))));
    return body;
  }
}
