package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tokens by which programs call for a person: never more than the person may, and less where the
/// token says so. Kept by digest.
@Repository
class ApiTokens {
  /// By this a leaked token is recognised as ours, by people and by scanners of source code.
  static final String PREFIX = "sy_";

  private static final Duration SEEN = Duration.ofMinutes(1);
  private static final int HINT = 4;

  /// A token as its owner wants it.
  ///
  /// @param role as whom it acts when that is less than its owner; null for its owner's
  /// @param clients beyond which it shows nothing; null for all
  record Wanted(
      String name,
      Instant expiresAt,
      boolean readOnly,
      @Nullable Role role,
      @Nullable Set<UUID> clients) {}

  /// A token as its owner sees it later.
  ///
  /// @param hint its last characters
  record Listed(
      UUID id,
      String name,
      String hint,
      boolean readOnly,
      @Nullable Role role,
      @Nullable List<UUID> clients,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable String lastAddress) {}

  private record Found(UUID id, Session session, @Nullable Instant used) {}

  private final JdbcClient jdbc;
  private final WallClock clock;
  private final ApplicationEventPublisher events;
  private final TokenRates rates;

  ApiTokens(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
    this.rates = new TokenRates();
  }

  /// Makes a token and returns it; it is never shown again.
  @Transactional
  String make(UUID person, Wanted wanted) {
    String token = PREFIX + Secrets.token();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into api_token
              (id, person_id, name, digest, hint, read_only, role, clients, created_at, expires_at)
            values (:id, :person, :name, :digest, :hint, :readOnly, :role, :clients, :now, :expires)
            """)
        .param("id", id)
        .param("person", person)
        .param("name", wanted.name())
        .param("digest", Secrets.digest(token))
        .param("hint", token.substring(token.length() - HINT))
        .param("readOnly", wanted.readOnly())
        .param("role", wanted.role() == null ? null : wanted.role().code())
        .param("clients", wanted.clients() == null ? null : wanted.clients().toArray(UUID[]::new))
        .param("now", Sql.at(clock.instant()))
        .param("expires", Sql.at(wanted.expiresAt()))
        .update();
    events.publishEvent(
        new Changed(
            null,
            "token.made",
            "token/" + id,
            Map.of("name", wanted.name(), "expires", wanted.expiresAt().toString())));
    return token;
  }

  List<Listed> of(UUID person) {
    return jdbc.sql("select * from api_token where person_id = :person order by created_at desc")
        .param("person", person)
        .query(ApiTokens::listed)
        .list();
  }

  /// Makes a token useless; false when the person has none of that name.
  @Transactional
  boolean revoke(UUID person, UUID token) {
    int revoked =
        jdbc.sql("delete from api_token where id = :id and person_id = :person")
            .param("id", token)
            .param("person", person)
            .update();
    if (revoked == 1) {
      events.publishEvent(new Changed(null, "token.revoked", "token/" + token));
    }
    return revoked == 1;
  }

  /// What the token opens.
  ///
  /// @throws Problem `bad-token`, `read-only-token` or `too-many-requests`
  Session session(String token, String address, boolean changes) {
    Instant now = clock.instant();
    Found found =
        find(token, now)
            .orElseThrow(() -> Problem.unauthorised("bad-token", "令牌无效、已过期或已撤销，请重新生成。"));
    rates
        .wait(found.id(), now)
        .ifPresent(wait -> {
          throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "这个令牌请求过于频繁，请放慢速度。")
              .retryAfter(wait);
        });
    Session.Token limits = found.session().token();
    if (changes && limits != null && limits.readOnly()) {
      throw Problem.of(HttpStatus.FORBIDDEN, "read-only-token", "这个令牌只能读取，不能修改。");
    }
    if (found.used() == null || found.used().plus(SEEN).isBefore(now)) {
      jdbc.sql("update api_token set last_used_at = :now, last_address = :address where id = :id")
          .param("now", Sql.at(now))
          .param("address", address)
          .param("id", found.id())
          .update();
    }
    return found.session();
  }

  private Optional<Found> find(String token, Instant now) {
    return jdbc.sql(
            """
            select p.*, t.id as token_id, t.name as token_name, t.read_only, t.clients,
              coalesce(t.role, p.role) as acts_as, t.last_used_at
            from api_token t join person p on p.id = t.person_id
            where t.digest = :digest and t.expires_at > :now and not p.disabled
              and not p.password_once
              and (t.role is null or t.role = p.role or p.role = 'provider-manager')
            """)
        .param("digest", Secrets.digest(token))
        .param("now", Sql.at(now))
        .query((row, _) ->
            new Found(
                Sql.uuid(row, "token_id"), session(row), Sql.instantOrNull(row, "last_used_at")))
        .optional();
  }

  private static Session session(ResultSet row) throws SQLException {
    List<UUID> clients = clients(row);
    return new Session(
        Sql.uuid(row, "token_id"),
        Sql.uuid(row, "id"),
        Sql.text(row, "username"),
        Sql.text(row, "name"),
        Role.of(Sql.text(row, "acts_as")),
        Sql.text(row, "locale"),
        "",
        null,
        new Session.Token(
            Sql.text(row, "token_name"),
            row.getBoolean("read_only"),
            Role.of(Sql.text(row, "role")),
            clients == null ? null : Set.copyOf(clients)));
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    return new Listed(
        Sql.uuid(row, "id"),
        Sql.text(row, "name"),
        Sql.text(row, "hint"),
        row.getBoolean("read_only"),
        role == null ? null : Role.of(role),
        clients(row),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "expires_at"),
        Sql.instantOrNull(row, "last_used_at"),
        row.getString("last_address"));
  }

  private static @Nullable List<UUID> clients(ResultSet row) throws SQLException {
    java.sql.Array array = row.getArray("clients");
    return array == null ? null : Arrays.asList((UUID[]) array.getArray());
  }
}
