package org.shouyue.server.mailroom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shouyue.server.testing.Furnishing;

/// Mail belongs to no client until it is filed; only the provider's manager sees it.
final class MailroomFurnishing implements Furnishing {
  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, Map<String, ?>> deeds = new LinkedHashMap<>();
    deeds.put("POST /api/tickets/mail", Map.of("file", true));
    deeds.put("POST /api/tickets/mail/{id}/into", Map.of("ticketId", "$"));
    deeds.put("POST /api/tickets/mail/{id}/dismiss", Map.of("reason", "x"));
    return deeds;
  }
}
