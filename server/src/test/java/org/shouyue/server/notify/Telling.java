package org.shouyue.server.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.ServerUnderTest;
import org.springframework.transaction.support.TransactionTemplate;

/// What several tests do with the notify room: people with addresses, channels, notices, and
/// waiting for what must come.
public final class Telling {
  private static final long PATIENCE_NANOS = 90_000_000_000L;

  private final ServerUnderTest server;
  private final UUID client;

  public Telling(ServerUnderTest server, UUID client) {
    this.server = server;
    this.client = client;
  }

  /// A person of this client who can be reached.
  public UUID person(String name, String role, String mail, String phone, String locale) {
    String id =
        server
            .admin()
            .post(
                "/api/people",
                Map.of(
                    "username", "p" + UUID.randomUUID(),
                    "name", name,
                    "role", role,
                    "password", "a-long-password",
                    "mail", mail,
                    "phone", phone,
                    "clients", role.equals("provider-manager") ? List.of() : List.of(client)))
            .expect(201)
            .text("id");
    change("update person set locale = '" + locale + "' where id = '" + id + "'");
    return UUID.fromString(id);
  }

  /// Changes rows as the owner of the tables.
  public void change(String sql) {
    try (var connection = server.database().connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A channel of this kind for this client alone.
  public String channel(String kind, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("kind", kind);
    given.put("name", kind + " " + UUID.randomUUID());
    given.put("settings", settings);
    given.put("secrets", secrets);
    given.put("audience", "client");
    given.put("everyClient", false);
    given.put("clients", List.of(client));
    return server.admin().post("/api/channels", given).expect(201).text("id");
  }

  /// Settings of a gateway of one's own.
  public static Map<String, String> http(String url) {
    return Map.of(
        "url", url,
        "method", "POST",
        "contentType", "application/json",
        "body", "{\"to\":\"{to}\",\"text\":\"{body}\",\"id\":\"{id}\",\"back\":\"{callback}\"}");
  }

  /// The same, for a gateway that is called for each matter by itself.
  public static Map<String, String> eachByItself(String url) {
    Map<String, String> settings = new LinkedHashMap<>(http(url));
    settings.put("callPause", "0");
    return settings;
  }

  public void tell(NoticeWanted... wanted) {
    TenantScope.of(client)
        .run(() ->
            server
                .bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                  for (NoticeWanted one : wanted) {
                    server.context().publishEvent(one);
                  }
                }));
  }

  /// A notice about a thing, with the test template.
  public NoticeWanted notice(Audience audience, Urgency urgency, String about, String key) {
    return new NoticeWanted(
        client, audience, urgency, "channel-test", Map.of("by", "张三", "channel", key), about, key);
  }

  public int count(String where) {
    try (var connection = server.database().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + where)) {
      rows.next();
      return rows.getInt(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many deliveries of this client are so.
  public int deliveries(String condition) {
    return count("delivery where client_id = '" + client + "' and " + condition);
  }

  /// Queues so many messages by a channel as another node would have: `about ticket/<key><n>`.
  public static void queue(
      java.sql.Connection owner, UUID client, UUID channel, String key, int from, int many)
      throws java.sql.SQLException {
    try (var statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          with told as (
            insert into notice (client_id, key, template, urgency, about, title, created_at)
            select '%1$s', '%3$s' || n, 'channel-test', 'high', 'ticket/%3$s' || n, 'x', now()
            from generate_series(%4$d, %5$d - 1) n returning id, key, about)
          insert into delivery (client_id, notice_id, channel_id, means, target, recipient, address,
            locale, title, body, about, urgency, rank, state, created_at, not_before, next_at,
            expires_at)
          select '%1$s', id, '%2$s', 'sms', key, key, '13800138000', 'zh-CN', 'x', key, about, 'high',
            1, 'queued', now(), now(), now(), now() + interval '1 day' from told
          """
              .formatted(client, channel, key, from, from + many));
    }
  }

  public static void await(String what, BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("never came: " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
