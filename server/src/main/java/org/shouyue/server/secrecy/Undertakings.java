package org.shouyue.server.secrecy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The undertakings of the clients in scope.
@Repository
class Undertakings {
  private static final String STATE =
      """
      case when u.withdrawn_at is not null then 'withdrawn'
        when u.until is not null and u.until <= :now then 'expired' else 'in-force' end\
      """;
  private static final String COLUMNS =
      "u.*, c.name as client_name, k.title as contract_title, " + STATE + " as state";
  private static final String TABLES =
      "undertaking u join client c on c.id = u.client_id left join contract k on k.id ="
          + " u.contract_id";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Undertakings(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What a list is narrowed to.
  record Wanted(@Nullable UUID client, @Nullable UUID person, @Nullable String state) {}

  Page<Undertaking> page(Wanted wanted, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "u.signed_at desc, u.id")
        .with("now", Sql.at(clock.instant()))
        .where("u.client_id = :client", "client", wanted.client())
        .where("u.person_id = :person", "person", wanted.person())
        .where(STATE + " = :state", "state", wanted.state())
        .search("u.person_name", "c.name")
        .sort("personName", "u.person_name")
        .sort("clientName", "c.name")
        .sort("signedAt", "u.signed_at")
        .sort("until", "u.until")
        .page(request, Undertakings::undertaking);
  }

  Optional<Undertaking> find(UUID id) {
    return select("u.id = :id", "id", id).stream().findFirst();
  }

  /// The one that holds now or held last, empty when the person never signed.
  Optional<Undertaking> latest(UUID client, UUID person) {
    return jdbc.sql(
            """
            select %s from %s where u.client_id = :client and u.person_id = :person
            order by u.withdrawn_at is null desc, u.until desc nulls first, u.signed_at desc limit 1\
            """
                .formatted(COLUMNS, TABLES))
        .param("now", Sql.at(clock.instant()))
        .param("client", client)
        .param("person", person)
        .query(Undertakings::undertaking)
        .optional();
  }

  /// Those that end between two instants and for which the person has nothing later.
  List<Undertaking> ending(Instant from, Instant to) {
    return jdbc.sql(
            """
            select %s from %s where u.withdrawn_at is null and u.until > :from and u.until <= :to
              and not exists (select from undertaking l where l.client_id = u.client_id
                and l.person_id = u.person_id and l.withdrawn_at is null
                and (l.until is null or l.until > u.until))
            order by u.until\
            """
                .formatted(COLUMNS, TABLES))
        .param("now", Sql.at(clock.instant()))
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .query(Undertakings::undertaking)
        .list();
  }

  /// The wording that was signed.
  String wording(UUID id) {
    return jdbc.sql("select wording from undertaking where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  void add(Undertaking one, String wording) {
    jdbc.sql(
            """
            insert into undertaking (id, client_id, contract_id, person_id, person_name, wording,
              text_version, text_sha256, way, signed_at, until, evidence_seq)
            values (:id, :client, :contract, :person, :name, :wording, :version, :sha256, :way,
              :at, :until, :seq)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("contract", one.contractId())
        .param("person", one.personId())
        .param("name", one.personName())
        .param("wording", wording)
        .param("version", one.textVersion())
        .param("sha256", one.textSha256())
        .param("way", one.way())
        .param("at", Sql.at(one.signedAt()))
        .param("until", one.until() == null ? null : Sql.at(one.until()))
        .param("seq", one.evidenceSeq())
        .update();
  }

  /// Withdraws one; false when it was withdrawn before.
  boolean withdraw(UUID id, Instant at, String by, String reason) {
    return jdbc.sql(
                """
                update undertaking
                set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason
                where id = :id and withdrawn_at is null\
                """)
            .param("at", Sql.at(at))
            .param("by", by)
            .param("reason", reason)
            .param("id", id)
            .update()
        == 1;
  }

  private List<Undertaking> select(String condition, String name, Object value) {
    return jdbc.sql("select %s from %s where %s".formatted(COLUMNS, TABLES, condition))
        .param("now", Sql.at(clock.instant()))
        .param(name, value)
        .query(Undertakings::undertaking)
        .list();
  }

  private static Undertaking undertaking(ResultSet row, int number) throws SQLException {
    return new Undertaking(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.uuidOrNull(row, "contract_id"),
        row.getString("contract_title"),
        Sql.uuid(row, "person_id"),
        Sql.text(row, "person_name"),
        row.getInt("text_version"),
        Sql.text(row, "text_sha256"),
        Sql.text(row, "way"),
        Sql.instant(row, "signed_at"),
        Sql.instantOrNull(row, "until"),
        row.getLong("evidence_seq"),
        Sql.instantOrNull(row, "withdrawn_at"),
        row.getString("withdrawn_by"),
        row.getString("withdrawn_reason"),
        Sql.text(row, "state"));
  }
}
