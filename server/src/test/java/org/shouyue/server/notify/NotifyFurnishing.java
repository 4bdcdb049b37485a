package org.shouyue.server.notify;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Furnishing;
import org.springframework.transaction.support.TransactionTemplate;

/// A notice with its deliveries, a channel, a rule, quiet hours and a text for each client. The
/// channel is switched off, so that nothing changes while others look.
final class NotifyFurnishing implements Furnishing {

  @Override
  public void furnish(Served served) {
    var manager = served.server().admin();
    manager
        .post(
            "/api/channels",
            Map.of(
                "kind",
                "wecom",
                "name",
                served.name() + "群",
                "settings",
                Map.of("url", "http://127.0.0.1:1/send"),
                "secrets",
                Map.of("key", "k"),
                "enabled",
                false,
                "audience",
                "client",
                "everyClient",
                false,
                "clients",
                List.of(served.client())))
        .expect(201);
    manager
        .put(
            "/api/notice-rules",
            Map.of("clientId", served.client(), "urgency", "high", "means", List.of("mail")))
        .expect(200);
    manager
        .put(
            "/api/notice-rules/quiet",
            Map.of("clientId", served.client(), "from", "22:00:00", "to", "07:00:00"))
        .expect(200);
    manager
        .put(
            "/api/notice-texts",
            Map.of(
                "clientId", served.client(),
                "template", "channel-test",
                "locale", "zh",
                "title", served.name(),
                "body", "x"))
        .expect(200);
    tell(served);
    attempt(served);
  }

  private static void tell(Served served) {
    TenantScope.of(served.client())
        .run(() ->
            served
                .server()
                .bean(TransactionTemplate.class)
                .executeWithoutResult(_ ->
                    served
                        .server()
                        .context()
                        .publishEvent(
                            new NoticeWanted(
                                served.client(),
                                new Audience.OfRole(Role.PROVIDER_MANAGER),
                                Urgency.NORMAL,
                                "channel-test",
                                Map.of("by", served.name(), "channel", "x"),
                                "ticket/" + UUID.randomUUID(),
                                "furnished"))));
  }

  private static void attempt(Served served) {
    try (var connection = served.server().database().connect();
        var statement =
            connection.prepareStatement(
                """
                insert into delivery_attempt (delivery_id, n, client_id, channel_id, node, at)
                select id, 1, client_id, gen_random_uuid(), gen_random_uuid(), now()
                from delivery where client_id = ? limit 1
                """)) {
      statement.setObject(1, served.client());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, Map<String, ?>> deeds() {
    Map<String, ?> channel =
        Map.of(
            "kind",
            "wecom",
            "name",
            "x",
            "settings",
            Map.of("url", "http://127.0.0.1:1/"),
            "secrets",
            Map.of("key", "x"));
    Map<String, ?> text =
        Map.of(
            "clientId", "$", "template", "channel-test", "locale", "zh", "title", "x", "body", "x");
    return Map.ofEntries(
        Map.entry("POST /api/channels", channel),
        Map.entry("PUT /api/channels/{id}", channel),
        Map.entry("POST /api/channels/{id}/test", Map.of("to", "x@example.cn")),
        Map.entry("POST /api/deliveries/{id}/retry", Map.of()),
        Map.entry("POST /api/inbox/{id}/read", Map.of()),
        Map.entry(
            "PUT /api/notice-rules",
            Map.of("clientId", "$", "urgency", "low", "means", List.of("mail"))),
        Map.entry("DELETE /api/notice-rules/{id}", Map.of()),
        Map.entry(
            "PUT /api/notice-rules/quiet",
            Map.of("clientId", "$", "from", "22:00:00", "to", "07:00:00")),
        Map.entry("PUT /api/notice-texts", text),
        Map.entry("POST /api/notice-texts/preview", text),
        Map.entry("POST /api/receipts/{channel}", Map.of("id", "$", "state", "answered")));
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of("POST /api/inbox/read-all", "PUT /api/inbox/preferences");
  }
}
