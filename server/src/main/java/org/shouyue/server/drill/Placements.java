package org.shouyue.server.drill;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.drill.inject.Artefact;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The artefacts of drills. Callers bring the transaction.
@Repository
class Placements {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Placements(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void plan(Drill drill, UUID asset, Artefact artefact) {
    jdbc.sql(
            """
            insert into drill_injection (id, drill_id, client_id, asset_id, artefact, state)
            values (:id, :drill, :client, :asset, :artefact::jsonb, 'planned')\
            """)
        .param("id", UUID.randomUUID())
        .param("drill", drill.id())
        .param("client", drill.clientId())
        .param("asset", asset)
        .param("artefact", json.writerFor(Artefact.class).writeValueAsString(artefact))
        .update();
  }

  List<PlacedArtefact> of(UUID drill) {
    return jdbc.sql("select * from drill_injection where drill_id = :drill order by id")
        .param("drill", drill)
        .query(this::row)
        .list();
  }

  @Nullable PlacedArtefact find(UUID id) {
    return jdbc.sql("select * from drill_injection where id = :id")
        .param("id", id)
        .query(this::row)
        .optional()
        .orElse(null);
  }

  void placing(UUID id, String node, UUID permit) {
    jdbc.sql(
            """
            update drill_injection set state = 'placing', node = :node, permit_id = :permit
            where id = :id\
            """)
        .param("id", id)
        .param("node", node)
        .param("permit", permit)
        .update();
  }

  /// False when it was undone meanwhile.
  boolean placed(UUID id, Instant now) {
    return jdbc.sql(
                """
                update drill_injection set state = 'placed', placed_at = :now
                where id = :id and state = 'placing'\
                """)
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  void failed(UUID id, String why) {
    jdbc.sql("update drill_injection set state = 'failed', undone_why = :why where id = :id")
        .param("id", id)
        .param("why", why)
        .update();
  }

  /// @param found how it was found; null when nobody can tell any more
  void undone(UUID id, String why, @Nullable String found, Instant now) {
    jdbc.sql(
            """
            update drill_injection set state = 'undone', undone_at = :now, undone_why = :why,
              found = :found
            where id = :id and state in ('placing', 'placed')\
            """)
        .param("id", id)
        .param("now", at(now))
        .param("why", why)
        .param("found", found)
        .update();
  }

  /// What is placed, or being placed, by a node.
  List<PlacedArtefact> heldBy(String node) {
    return jdbc.sql(
            """
            select * from drill_injection where node = :node and state in ('placing', 'placed')\
            """)
        .param("node", node)
        .query(this::row)
        .list();
  }

  /// What is in place on an asset and was not noticed by the product.
  List<PlacedArtefact> unnoticedOn(UUID asset) {
    return jdbc.sql(
            """
            select * from drill_injection
            where asset_id = :asset and state = 'placed' and system_noticed_at is null\
            """)
        .param("asset", asset)
        .query(this::row)
        .list();
  }

  void noticedBySystem(UUID id, Instant at, String by) {
    jdbc.sql(
            """
            update drill_injection set system_noticed_at = :at, system_noticed_by = :by
            where id = :id and system_noticed_at is null\
            """)
        .param("id", id)
        .param("at", at(at))
        .param("by", by)
        .update();
  }

  /// False when somebody reported it before.
  boolean noticedByPeople(UUID id, Instant at, String by) {
    return jdbc.sql(
                """
                update drill_injection set people_noticed_at = :at, people_noticed_by = :by
                where id = :id and people_noticed_at is null and placed_at is not null\
                """)
            .param("id", id)
            .param("at", at(at))
            .param("by", by)
            .update()
        == 1;
  }

  private PlacedArtefact row(ResultSet row, int number) throws SQLException {
    return new PlacedArtefact(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "drill_id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "asset_id"),
        json.readValue(Sql.text(row, "artefact"), Artefact.class),
        Sql.text(row, "state"),
        row.getString("node"),
        Sql.uuidOrNull(row, "permit_id"),
        Sql.instantOrNull(row, "placed_at"),
        Sql.instantOrNull(row, "undone_at"),
        row.getString("undone_why"),
        row.getString("found"),
        Sql.instantOrNull(row, "system_noticed_at"),
        row.getString("system_noticed_by"),
        Sql.instantOrNull(row, "people_noticed_at"),
        row.getString("people_noticed_by"));
  }
}
