package org.shouyue.server.incident;

import static org.shouyue.server.sql.Sql.at;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Secured things and the hands that they went through. Callers bring the transaction.
@Repository
class CustodyRows {
  private final JdbcClient jdbc;

  CustodyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param chain the evidence chain in which it lies, as record `seq`
  record Item(
      UUID id,
      String name,
      String note,
      UUID chain,
      long seq,
      String sha256,
      String sm3,
      long sizeBytes) {}

  enum Deed {
    COLLECTED,
    HANDED_OVER;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// @param by whose account wrote it down
  /// @param signature the record of the receiver's signature; null for the collection itself
  /// @param seq the record of this step, and `sha256` that of its bytes
  record Step(
      int n,
      Instant at,
      Deed deed,
      String giver,
      String receiver,
      String how,
      String seal,
      String by,
      @Nullable Long signature,
      long seq,
      String sha256) {
    Step kept(long record, String digest) {
      return new Step(n, at, deed, giver, receiver, how, seal, by, signature, record, digest);
    }
  }

  void add(Incident incident, Item item) {
    jdbc.sql(
            """
            insert into incident_item (id, incident_id, client_id, name, note, chain, seq, sha256,
              sm3, size_bytes)
            values (:id, :incident, :client, :name, :note, :chain, :seq, :sha256, :sm3, :size)\
            """)
        .param("id", item.id())
        .param("incident", incident.id())
        .param("client", incident.clientId())
        .param("name", item.name())
        .param("note", item.note())
        .param("chain", item.chain())
        .param("seq", item.seq())
        .param("sha256", item.sha256())
        .param("sm3", item.sm3())
        .param("size", item.sizeBytes())
        .update();
  }

  void add(Incident incident, Item item, Step step) {
    jdbc.sql(
            """
            insert into incident_custody (item_id, n, client_id, at, deed, giver, receiver, how,
              seal, by, signature, seq, sha256)
            values (:item, :n, :client, :at, :deed, :giver, :receiver, :how, :seal, :by,
              :signature, :seq, :sha256)\
            """)
        .param("item", item.id())
        .param("n", step.n())
        .param("client", incident.clientId())
        .param("at", at(step.at()))
        .param("deed", step.deed().code())
        .param("giver", step.giver())
        .param("receiver", step.receiver())
        .param("how", step.how())
        .param("seal", step.seal())
        .param("by", step.by())
        .param("signature", step.signature())
        .param("seq", step.seq())
        .param("sha256", step.sha256())
        .update();
  }

  /// @throws Problem 404 when the incident has no such thing
  Item require(UUID incident, UUID id) {
    return of(incident).stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("item", id));
  }

  List<Item> of(UUID incident) {
    return jdbc.sql("select * from incident_item where incident_id = :incident order by seq, id")
        .param("incident", incident)
        .query((row, _) ->
            new Item(
                Sql.uuid(row, "id"),
                Sql.text(row, "name"),
                Sql.text(row, "note"),
                Sql.uuid(row, "chain"),
                row.getLong("seq"),
                Sql.text(row, "sha256"),
                Sql.text(row, "sm3"),
                row.getLong("size_bytes")))
        .list();
  }

  List<Step> steps(UUID item) {
    return jdbc.sql("select * from incident_custody where item_id = :item order by n")
        .param("item", item)
        .query(CustodyRows::step)
        .list();
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    return new Step(
        row.getInt("n"),
        Sql.instant(row, "at"),
        Deed.valueOf(Sql.text(row, "deed").toUpperCase(Locale.ROOT).replace('-', '_')),
        Sql.text(row, "giver"),
        Sql.text(row, "receiver"),
        Sql.text(row, "how"),
        Sql.text(row, "seal"),
        Sql.text(row, "by"),
        row.getObject("signature", Long.class),
        row.getLong("seq"),
        Sql.text(row, "sha256"));
  }
}
