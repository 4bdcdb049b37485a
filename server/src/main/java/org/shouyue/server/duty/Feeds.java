package org.shouyue.server.duty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The secret addresses of calendar feeds. Only digests are kept: an address is shown once.
@Repository
class Feeds {
  private static final int TOKEN_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;

  Feeds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A feed: of a roster or of a person, the other is null.
  record Feed(UUID id, @Nullable UUID roster, @Nullable UUID person, Instant createdAt) {}

  /// Makes a feed and returns its token, which nobody can read again.
  @Transactional
  String add(UUID id, @Nullable UUID roster, @Nullable UUID person, Instant now, UUID by) {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into duty_feed (id, token_digest, roster_id, person_id, created_at, created_by)
            values (:id, :digest, :roster, :person, :now, :by)\
            """)
        .param("id", id)
        .param("digest", digest(token))
        .param("roster", roster, Types.OTHER)
        .param("person", person, Types.OTHER)
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
    return token;
  }

  List<Feed> madeBy(UUID person) {
    return jdbc.sql(
            """
            select * from duty_feed where created_by = :person and revoked_at is null
            order by created_at desc, id\
            """)
        .param("person", person)
        .query(Feeds::feed)
        .list();
  }

  /// Ends a feed of this person's; false when there is none.
  @Transactional
  boolean revoke(UUID id, UUID by, Instant now) {
    return jdbc.sql(
                """
                update duty_feed set revoked_at = :now
                where id = :id and created_by = :by and revoked_at is null\
                """)
            .param("id", id)
            .param("by", by)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /// The feed with this token; empty when there is none, it was revoked, or whoever made it may no
  /// longer sign in.
  Optional<Feed> find(String token) {
    return jdbc.sql(
            """
            select f.* from duty_feed f join person p on p.id = f.created_by
            where f.token_digest = :digest and f.revoked_at is null and not p.disabled\
            """)
        .param("digest", digest(token))
        .query(Feeds::feed)
        .optional();
  }

  /// The clients that a roster serves, whatever the scope.
  List<UUID> clientsOf(UUID roster) {
    return jdbc.sql("select duty_roster_clients(:roster) as clients")
        .param("roster", roster)
        .query((row, _) -> Arrays.asList((UUID[]) row.getArray("clients").getArray()))
        .single();
  }

  private static Feed feed(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Feed(
        Sql.uuid(row, "id"),
        Sql.uuidOrNull(row, "roster_id"),
        Sql.uuidOrNull(row, "person_id"),
        Sql.instant(row, "created_at"));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
