package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is signed in. In the database, so that every node knows; by digest, so that a copy of the
/// database opens no door.
@Repository
class Sessions {
  /// How stale the time of the last request may be; saves a write with every request.
  private static final Duration SEEN = Duration.ofMinutes(1);

  private static final int LONGEST_AGENT = 300;

  /// How somebody signed in.
  enum Way {
    PASSWORD,
    PASSKEY,
    FEDERATION;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Where a session is opened from.
  ///
  /// @param agent what the browser calls itself; null when it does not say
  record Origin(String address, @Nullable String agent, Way way) {}

  /// A session as its owner sees it.
  record Listed(
      UUID id,
      String way,
      @Nullable String address,
      @Nullable String agent,
      Instant since,
      Instant lastSeen,
      boolean locked) {}

  private final JdbcClient jdbc;
  private final Policies policies;
  private final WallClock clock;

  Sessions(JdbcClient jdbc, Policies policies, WallClock clock) {
    this.jdbc = jdbc;
    this.policies = policies;
    this.clock = clock;
  }

  /// Opens a session and returns the token that the browser keeps. The person's oldest sessions end
  /// when there are more than the policy grants.
  @Transactional
  String open(UUID person, Origin origin) {
    Instant now = clock.instant();
    Policy policy = policies.present();
    String token = Secrets.token();
    jdbc.sql("delete from session where last_seen_at < :idle or created_at < :longest")
        .params(limits(policy, now))
        .update();
    jdbc.sql(
            """
            insert into session
              (token_digest, person_id, csrf, created_at, last_seen_at, address, agent, way)
            values (:digest, :person, :csrf, :now, :now, :address, :agent, :way)
            """)
        .param("digest", Secrets.digest(token))
        .param("person", person)
        .param("csrf", Secrets.token())
        .param("now", Sql.at(now))
        .param("address", origin.address())
        .param("agent", shortened(origin.agent()))
        .param("way", origin.way().code())
        .update();
    jdbc.sql(
            """
            delete from session where token_digest in (
              select token_digest from session where person_id = :person
              order by created_at desc, id desc offset :granted)
            """)
        .param("person", person)
        .param("granted", policy.session().perPerson())
        .update();
    return token;
  }

  /// The session of a token; empty when there is none, it is over, its person was disabled, or it
  /// comes from an address that the policy does not let it come from.
  Optional<Session> find(String token, String address) {
    Instant now = clock.instant();
    Policy policy = policies.present();
    record Found(Session session, Instant seen) {}
    Optional<Found> found =
        jdbc.sql(
                """
                select p.*, s.id as session_id, s.csrf, s.last_seen_at, s.way, s.locked,
                  exists (select from passkey k where k.person_id = p.id) as has_passkey
                from session s join person p on p.id = s.person_id
                where s.token_digest = :digest and s.last_seen_at >= :idle
                  and s.created_at >= :longest and not p.disabled
                  and (not :sameAddress or s.address = :address)
                """)
            .param("digest", Secrets.digest(token))
            .params(limits(policy, now))
            .param("sameAddress", policy.session().sameAddress())
            .param("address", address)
            .query(
                (row, _) -> new Found(session(row, policy, now), Sql.instant(row, "last_seen_at")))
            .optional();
    if (found.isPresent() && found.get().seen().plus(SEEN).isBefore(now)) {
      jdbc.sql("update session set last_seen_at = :now where token_digest = :digest")
          .param("now", Sql.at(now))
          .param("digest", Secrets.digest(token))
          .update();
    }
    return found.map(Found::session);
  }

  void close(String token) {
    jdbc.sql("delete from session where token_digest = :digest")
        .param("digest", Secrets.digest(token))
        .update();
  }

  /// Ends one session of a person; false when they have none of that name.
  boolean close(UUID person, UUID session) {
    return jdbc.sql("delete from session where person_id = :person and id = :id")
            .param("person", person)
            .param("id", session)
            .update()
        == 1;
  }

  /// Ends all sessions of a person.
  ///
  /// @param but the one that goes on; null for none
  int closeAll(UUID person, @Nullable UUID but) {
    return jdbc.sql(
            "delete from session where person_id = :person and id is distinct from :but::uuid")
        .param("person", person)
        .param("but", but)
        .update();
  }

  List<Listed> of(UUID person) {
    return jdbc.sql(
            """
            select * from session where person_id = :person
              and last_seen_at >= :idle and created_at >= :longest
            order by last_seen_at desc, id
            """)
        .param("person", person)
        .params(limits(policies.present(), clock.instant()))
        .query((row, _) ->
            new Listed(
                Sql.uuid(row, "id"),
                Sql.text(row, "way"),
                row.getString("address"),
                row.getString("agent"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "last_seen_at"),
                row.getBoolean("locked")))
        .list();
  }

  void lock(UUID session, boolean locked) {
    jdbc.sql("update session set locked = :locked where id = :id")
        .param("locked", locked)
        .param("id", session)
        .update();
  }

  private static Map<String, Object> limits(Policy policy, Instant now) {
    return Map.of(
        "idle", Sql.at(now.minus(policy.session().idle())),
        "longest", Sql.at(now.minus(policy.session().longest())));
  }

  private static Session session(ResultSet row, Policy policy, Instant now) throws SQLException {
    return new Session(
        Sql.uuid(row, "session_id"),
        Sql.uuid(row, "id"),
        Sql.text(row, "username"),
        Sql.text(row, "name"),
        Role.of(Sql.text(row, "role")),
        Sql.text(row, "locale"),
        Sql.text(row, "csrf"),
        hurdle(row, policy, now),
        null);
  }

  /// A password's age and a second factor matter only to those who came by password: a passkey is
  /// two factors, and the identity provider has rules of its own.
  private static @Nullable Hurdle hurdle(ResultSet row, Policy policy, Instant now)
      throws SQLException {
    if (row.getBoolean("locked")) {
      return Hurdle.LOCKED;
    }
    if (!Sql.text(row, "way").equals(Way.PASSWORD.code())) {
      return null;
    }
    int days = policy.password().maximumAgeDays();
    Instant old = Sql.instant(row, "password_changed_at").plus(Duration.ofDays(days));
    if (row.getBoolean("password_once") || (days > 0 && old.isBefore(now))) {
      return Hurdle.PASSWORD;
    }
    boolean needed =
        row.getBoolean("second_factor_forced")
            || policy.secondFactor().contains(Role.of(Sql.text(row, "role")));
    boolean there = row.getBoolean("totp_confirmed") || row.getBoolean("has_passkey");
    return needed && !there ? Hurdle.SECOND_FACTOR : null;
  }

  private static @Nullable String shortened(@Nullable String agent) {
    return agent == null || agent.length() <= LONGEST_AGENT
        ? agent
        : agent.substring(0, LONGEST_AGENT);
  }
}
