package org.shouyue.server.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is signed in. In the database, so that every node knows; by digest, so that a copy of the
/// database opens no door.
@Repository
class Sessions {
  static final Duration IDLE = Duration.ofHours(2);
  static final Duration LONGEST = Duration.ofHours(12);

  /// How stale the time of the last request may be; saves a write with every request.
  private static final Duration SEEN = Duration.ofMinutes(1);

  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final WallClock clock;

  Sessions(JdbcClient jdbc, WallClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Opens a session and returns the token that the browser keeps.
  String open(UUID person) {
    Instant now = clock.instant();
    String token = random();
    jdbc.sql("delete from session where last_seen_at < :idle or created_at < :longest")
        .param("idle", Sql.at(now.minus(IDLE)))
        .param("longest", Sql.at(now.minus(LONGEST)))
        .update();
    jdbc.sql(
            """
            insert into session (token_digest, person_id, csrf, created_at, last_seen_at)
            values (:digest, :person, :csrf, :now, :now)
            """)
        .param("digest", digest(token))
        .param("person", person)
        .param("csrf", random())
        .param("now", Sql.at(now))
        .update();
    return token;
  }

  /// The session of a token; empty when there is none, it is over, or its person was disabled.
  Optional<Session> find(String token) {
    Instant now = clock.instant();
    record Found(Session session, Instant seen) {}
    Optional<Found> found =
        jdbc.sql(
                """
                select p.id, p.username, p.name, p.role, p.locale, s.csrf, s.last_seen_at
                from session s join person p on p.id = s.person_id
                where s.token_digest = :digest and s.last_seen_at >= :idle
                  and s.created_at >= :longest and not p.disabled
                """)
            .param("digest", digest(token))
            .param("idle", Sql.at(now.minus(IDLE)))
            .param("longest", Sql.at(now.minus(LONGEST)))
            .query((row, number) ->
                new Found(
                    new Session(
                        Sql.uuid(row, "id"),
                        Sql.text(row, "username"),
                        Sql.text(row, "name"),
                        Role.of(Sql.text(row, "role")),
                        Sql.text(row, "locale"),
                        Sql.text(row, "csrf")),
                    Sql.instant(row, "last_seen_at")))
            .optional();
    if (found.isPresent() && found.get().seen().plus(SEEN).isBefore(now)) {
      jdbc.sql("update session set last_seen_at = :now where token_digest = :digest")
          .param("now", Sql.at(now))
          .param("digest", digest(token))
          .update();
    }
    return found.map(Found::session);
  }

  void close(String token) {
    jdbc.sql("delete from session where token_digest = :digest")
        .param("digest", digest(token))
        .update();
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
