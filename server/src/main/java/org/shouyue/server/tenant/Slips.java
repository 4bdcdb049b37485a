package org.shouyue.server.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is remembered between the two halves of a sign-in or a registration: given out once, taken
/// back once, within [#VALID]. In the database, because the second half may reach another node.
@Repository
class Slips {
  static final Duration VALID = Duration.ofMinutes(10);

  /// What a slip is for; one of another kind is not taken.
  enum Kind {
    PASSKEY_REGISTRATION,
    PASSKEY_SIGN_IN,
    FEDERATION
  }

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final WallClock clock;

  Slips(JdbcClient jdbc, JsonMapper json, WallClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Remembers the body and returns what it is asked for by.
  String give(Kind kind, @Nullable UUID person, Object body) {
    Instant now = clock.instant();
    String token = Secrets.token();
    jdbc.sql("delete from slip where until < :now").param("now", Sql.at(now)).update();
    jdbc.sql(
            """
            insert into slip (digest, kind, person_id, body, until)
            values (:digest, :kind, :person, :body::jsonb, :until)
            """)
        .param("digest", Secrets.digest(token))
        .param("kind", kind.name())
        .param("person", person)
        .param("body", json.writeValueAsString(body))
        .param("until", Sql.at(now.plus(VALID)))
        .update();
    return token;
  }

  /// Takes the slip back; empty when there is none, it was taken before, it is too old, or it was
  /// given to somebody else.
  <T> Optional<T> take(Kind kind, @Nullable UUID person, String token, Class<T> type) {
    return jdbc.sql(
            """
            delete from slip
            where digest = :digest and kind = :kind and until >= :now
              and person_id is not distinct from :person
            returning body
            """)
        .param("digest", Secrets.digest(token))
        .param("kind", kind.name())
        .param("now", Sql.at(clock.instant()))
        .param("person", person)
        .query((row, _) -> json.readValue(Sql.text(row, "body"), type))
        .optional();
  }
}
