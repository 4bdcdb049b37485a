package org.shouyue.server.ticket;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;

/// A ticket with a file, a tie and somebody who follows it.
final class TicketFurnishing implements Furnishing {
  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    String asset =
        manager
            .get("/api/assets?client=" + served.client() + "&size=1")
            .expect(200)
            .text("items.0.id");
    String ticket =
        manager
            .post(
                "/api/tickets",
                Map.of(
                    "contractId",
                    served.contract(),
                    "kind",
                    "request",
                    "title",
                    served.name() + " 请求"))
            .expect(201)
            .text("id");
    String path = "/api/tickets/" + ticket;
    byte[] file = served.name().getBytes(StandardCharsets.UTF_8);
    manager
        .form(path + "/comments", Map.of("text", served.name()), "file", "现场.txt", file)
        .expect(200);
    manager.post(path + "/links", Map.of("kind", "asset", "target", asset)).expect(200);
    manager.put(path + "/watching", Map.of("on", true)).expect(200);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    String path = "/api/tickets/{id}";
    deeds.put("POST " + path + "/comments", Map.of("file", true, "text", "x"));
    deeds.put("PUT " + path + "/assignee", Map.of());
    deeds.put("PUT " + path + "/watching", Map.of("on", true));
    deeds.put("PUT " + path + "/watchers", Map.of("personId", "$", "on", true));
    deeds.put("POST " + path + "/links", Map.of("kind", "asset", "target", "$"));
    deeds.put("DELETE " + path + "/links/{link}", Map.of());
    deeds.put("POST /api/tickets/bulk", Map.of("ids", List.of("$"), "act", "comment", "text", "x"));
    deeds.put(
        "PUT /api/tickets/filters/{filter}", Map.of("name", "x", "query", "", "shared", true));
    deeds.put("DELETE /api/tickets/filters/{filter}", Map.of());
    return deeds;
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of("POST /api/tickets/filters");
  }
}
