package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.passkey.Ceremony;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The passkeys of people: public keys alone, of no use to who steals them.
@Repository
class Passkeys {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /// A key as its owner sees it.
  ///
  /// @param id in base64url
  record Listed(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

  record Owned(UUID person, Ceremony.Kept key) {}

  private final JdbcClient jdbc;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  Passkeys(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  List<Listed> of(UUID person) {
    return jdbc.sql("select * from passkey where person_id = :person order by created_at")
        .param("person", person)
        .query((row, _) ->
            new Listed(
                BASE64.encodeToString(row.getBytes("id")),
                Sql.text(row, "name"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "last_used_at")))
        .list();
  }

  List<byte[]> idsOf(UUID person) {
    return of(person).stream().map(key -> Base64.getUrlDecoder().decode(key.id())).toList();
  }

  Optional<Owned> find(byte[] id) {
    return jdbc.sql("select * from passkey where id = :id")
        .param("id", id)
        .query(Passkeys::owned)
        .optional();
  }

  /// Keeps a new key; false when somebody has it already.
  @Transactional
  boolean add(UUID person, String name, Ceremony.Kept key) {
    int added =
        jdbc.sql(
                """
                insert into passkey (id, person_id, name, attested, signatures, transports, created_at)
                values (:id, :person, :name, :attested, :signatures, :transports, :now)
                on conflict do nothing
                """)
            .param("id", key.id())
            .param("person", person)
            .param("name", name)
            .param("attested", key.attested())
            .param("signatures", key.signatures())
            .param("transports", key.transports().toArray(String[]::new))
            .param("now", Sql.at(clock.instant()))
            .update();
    if (added == 1) {
      events.publishEvent(
          new Changed(null, "passkey.added", "person/" + person, Map.of("name", name)));
    }
    return added == 1;
  }

  void used(byte[] id, long signatures) {
    jdbc.sql("update passkey set signatures = :signatures, last_used_at = :now where id = :id")
        .param("signatures", signatures)
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .update();
  }

  @Transactional
  boolean remove(UUID person, byte[] id) {
    int removed =
        jdbc.sql("delete from passkey where id = :id and person_id = :person")
            .param("id", id)
            .param("person", person)
            .update();
    if (removed == 1) {
      events.publishEvent(new Changed(null, "passkey.removed", "person/" + person));
    }
    return removed == 1;
  }

  private static Owned owned(ResultSet row, int number) throws SQLException {
    return new Owned(
        Sql.uuid(row, "person_id"),
        new Ceremony.Kept(
            row.getBytes("id"),
            row.getBytes("attested"),
            row.getLong("signatures"),
            Sql.texts(row, "transports")));
  }
}
