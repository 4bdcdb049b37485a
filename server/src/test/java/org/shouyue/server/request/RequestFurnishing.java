package org.shouyue.server.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.Furnishing;

/// A contact, a consultation, and a request that was warned about and confirmed.
final class RequestFurnishing implements Furnishing {
  private static final Map<String, String> WEB = Map.of("channel", "web");

  @Override
  public void furnish(Served served) {
    Browser manager = served.server().admin();
    Browser signatory = served.server().as("client-signatory", served.client());
    Map<String, Object> contact = new HashMap<>(contact(served.client().toString()));
    contact.put("name", served.name());
    manager.post("/api/contacts", contact).expect(201);
    manager
        .post(
            "/api/consultations",
            Map.of(
                "contractId", served.contract(),
                "channel", "qq",
                "who", served.name(),
                "question", served.name()))
        .expect(201);
    String service = "";
    for (var one : manager.get("/api/contracts/" + served.contract() + "/services").json()) {
      service = one.path("way").asString().equals("quota") ? one.path("id").asString() : service;
    }
    Map<String, Object> request = new HashMap<>(request(served.contract().toString()));
    request.put("title", served.name());
    request.put("serviceId", service);
    String id = signatory.post("/api/requests", request).expect(201).text("ticketId");
    manager.post("/api/requests/" + id + "/take", Map.of()).expect(200);
    manager.post("/api/requests/" + id + "/warn", Map.of("text", served.name())).expect(200);
    String digest = signatory.get("/api/requests/" + id).expect(200).text("digest");
    signatory.post("/api/requests/" + id + "/confirmation", signed(digest)).expect(200);
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, ?> text = Map.of("text", "x");
    Map<String, Map<String, ?>> deeds = new HashMap<>();
    deeds.put("POST /api/contacts", contact("$"));
    deeds.put("PUT /api/contacts/{id}", contact("$"));
    deeds.put("POST /api/contacts/{id}/end", Map.of("reason", "x"));
    deeds.put("POST /api/contacts/{id}/confirm", Map.of());
    deeds.put(
        "POST /api/consultations",
        Map.of("contractId", "$", "channel", "qq", "who", "x", "question", "x"));
    deeds.put("POST /api/consultations/{id}/answer", text);
    deeds.put("POST /api/consultations/{id}/formal", request("$"));
    deeds.put("POST /api/requests", request("$"));
    deeds.put("POST /api/requests/{id}/origin", WEB);
    deeds.put("POST /api/requests/{id}/take", Map.of());
    deeds.put("POST /api/requests/{id}/accept", Map.of());
    deeds.put("POST /api/requests/{id}/agree", Map.of());
    for (String act : List.of("warn", "refuse", "withdraw", "disagree")) {
      deeds.put("POST /api/requests/{id}/" + act, text);
    }
    deeds.put("POST /api/requests/{id}/confirmation", signed("0".repeat(64)));
    deeds.put(
        "POST /api/requests/{id}/confirmation-document",
        Map.of("file", true, "confirmation", Map.of("digest", "0".repeat(64), "contactId", "$")));
    return deeds;
  }

  private static Map<String, ?> contact(String client) {
    return Map.of(
        "clientId",
        client,
        "standing",
        "primary",
        "name",
        "x",
        "phones",
        List.of("13800000001"),
        "mails",
        List.of());
  }

  private static Map<String, ?> request(String contract) {
    return Map.of("contractId", contract, "title", "x", "body", "x", "origin", WEB);
  }

  private static Map<String, ?> signed(String digest) {
    return Map.of("digest", digest, "name", "x", "office", "x", "drawing", Drawing.SIGNATURE);
  }
}
