package org.shouyue.server.notify;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.peer.Settings;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Seal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The channels that were set up. Secrets go in and never come out but to the peer's own code.
@Repository
class Channels {
  private static final String COLUMNS =
      """
      c.*, (select array_agg(cc.client_id) from notice_channel_client cc
        where cc.channel_id = c.id) as clients\
      """;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Seal seal;
  private final ApplicationEventPublisher events;

  Channels(JdbcClient jdbc, JsonMapper json, Seal seal, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.events = events;
  }

  List<Channel> all() {
    return jdbc.sql("select " + COLUMNS + " from notice_channel c order by c.name")
        .query(this::channel)
        .list();
  }

  /// Those by which a client's notices may go now, working ones first.
  List<Channel> usable(UUID client) {
    return all().stream()
        .filter(channel -> channel.enabled() && channel.serves(client))
        .sorted(java.util.Comparator.comparing(Channel::dead))
        .toList();
  }

  Optional<Channel> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from notice_channel c where c.id = :id")
        .param("id", id)
        .query(this::channel)
        .optional();
  }

  /// Keeps others from claiming by this channel until the transaction ends.
  void lock(UUID id) {
    jdbc.sql("select id from notice_channel where id = :id for no key update")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  /// Settings and opened secrets together: for the peer alone.
  Settings opened(Channel channel) {
    Map<String, String> values = new LinkedHashMap<>(channel.settings());
    values.putAll(secrets(channel.id()));
    return new Settings(values);
  }

  /// What is given for a new or changed channel.
  ///
  /// @param secrets those that are to change; the others stay as they are
  record Given(
      ChannelKind kind,
      String name,
      Map<String, String> settings,
      Map<String, String> secrets,
      boolean enabled,
      boolean client,
      boolean everyClient,
      List<UUID> clients) {}

  @Transactional
  UUID add(Given given) {
    UUID id = UUID.randomUUID();
    try {
      write(
          id,
          given,
          given.secrets(),
          """
          insert into notice_channel (id, kind, name, settings, secrets, enabled, audience, every_client)
          values (:id, :kind, :name, :settings::jsonb, :secrets, :enabled, :audience, :every)
          """);
    } catch (DuplicateKeyException _) {
      throw taken(given.name());
    }
    serve(id, given);
    changed("channel.added", id, given);
    return id;
  }

  @Transactional
  void change(UUID id, Given given) {
    Map<String, String> secrets = new LinkedHashMap<>(secrets(id));
    secrets.putAll(given.secrets());
    try {
      write(
          id,
          given,
          secrets,
          """
          update notice_channel set kind = :kind, name = :name, settings = :settings::jsonb,
            secrets = :secrets, enabled = :enabled, audience = :audience, every_client = :every,
            version = version + 1, failures = 0, failing_since = null, dead_since = null,
            probe_at = null
          where id = :id
          """);
    } catch (DuplicateKeyException _) {
      throw taken(given.name());
    }
    serve(id, given);
    changed("channel.changed", id, given);
  }

  private static Problem taken(String name) {
    return Problem.conflict("name-taken", "已有名为「" + name + "」的渠道；请换一个名称");
  }

  private void write(UUID id, Given given, Map<String, String> secrets, String sql) {
    byte[] sealed =
        seal.seal(json.writeValueAsString(secrets).getBytes(StandardCharsets.UTF_8), purpose(id));
    jdbc.sql(sql)
        .param("id", id)
        .param("kind", given.kind().code())
        .param("name", given.name())
        .param("settings", json.writeValueAsString(given.settings()))
        .param("secrets", sealed)
        .param("enabled", given.enabled())
        .param("audience", given.client() ? "client" : "provider")
        .param("every", given.everyClient())
        .update();
  }

  private void serve(UUID id, Given given) {
    jdbc.sql("delete from notice_channel_client where channel_id = :id").param("id", id).update();
    for (UUID client : given.clients()) {
      jdbc.sql("insert into notice_channel_client (channel_id, client_id) values (:id, :client)")
          .param("id", id)
          .param("client", client)
          .update();
    }
  }

  private void changed(String action, UUID id, Given given) {
    events.publishEvent(
        new Changed(
            null,
            action,
            "channel/" + id,
            Map.of(
                "name", given.name(),
                "kind", given.kind().code(),
                "enabled", given.enabled(),
                "secretsChanged", List.copyOf(given.secrets().keySet()))));
  }

  /// The names of the secrets that were given.
  List<String> sealedNames(UUID id) {
    return secrets(id).keySet().stream().sorted().toList();
  }

  private Map<String, String> secrets(UUID id) {
    byte @Nullable [] sealed =
        jdbc.sql("select secrets from notice_channel where id = :id and secrets is not null")
            .param("id", id)
            .query(byte[].class)
            .optional()
            .orElse(null);
    return sealed == null ? Map.of() : json.readValue(seal.open(sealed, purpose(id)), TEXTS);
  }

  private static String purpose(UUID id) {
    return "notice-channel/" + id;
  }

  private Channel channel(ResultSet row, int number) throws SQLException {
    java.sql.Array clients = row.getArray("clients");
    return new Channel(
        Sql.uuid(row, "id"),
        ChannelKind.of(Sql.text(row, "kind")),
        Sql.text(row, "name"),
        json.readValue(Sql.text(row, "settings"), TEXTS),
        row.getBoolean("enabled"),
        Sql.text(row, "audience").equals("client"),
        row.getBoolean("every_client"),
        clients == null ? List.of() : Arrays.asList((UUID[]) clients.getArray()),
        row.getInt("version"),
        row.getInt("failures"),
        Sql.instantOrNull(row, "dead_since"),
        row.getString("last_said"));
  }
}
