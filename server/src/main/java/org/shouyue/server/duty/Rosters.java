package org.shouyue.server.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rosters of the clients in scope. Callers bring the transaction.
@Repository
class Rosters {
  private static final String COLUMNS =
      """
      r.*,
      (select array_agg(c.id order by c.name, c.id) from duty_roster_client rc
        join client c on c.id = rc.client_id where rc.roster_id = r.id) as clients,
      (select array_agg(c.name order by c.name, c.id) from duty_roster_client rc
        join client c on c.id = rc.client_id where rc.roster_id = r.id) as client_names,
      (select layers::text from duty_rota o where o.roster_id = r.id
        order by valid_from desc limit 1) as layers\
      """;
  private static final TypeReference<List<Layer>> LAYERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Rosters(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Roster> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from duty_roster r where r.id = :id")
        .param("id", id)
        .query(this::roster)
        .optional();
  }

  /// The rosters in use, by name: of one client, or of all in scope for null.
  List<Roster> inUse(@Nullable UUID client) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from duty_roster r
                where r.retired_at is null and exists (
                  select from duty_roster_client rc where rc.roster_id = r.id
                    and rc.client_id = coalesce(:client, rc.client_id))
                order by r.created_at, r.id\
                """)
        .param("client", client, java.sql.Types.OTHER)
        .query(this::roster)
        .list();
  }

  Page<Roster> page(@Nullable UUID client, PageRequest request) {
    return new Listing(jdbc, COLUMNS, "duty_roster r", "r.name, r.id")
        .where("r.retired_at is null")
        .where(
            "exists (select from duty_roster_client rc where rc.roster_id = r.id"
                + " and rc.client_id = :client)",
            "client",
            client)
        .search("r.name")
        .sort("name", "r.name")
        .page(request, this::roster);
  }

  UUID add(RosterDraft draft, Instant now, String by) {
    UUID id = UUID.randomUUID();
    serve(id, draft.clientIds());
    jdbc.sql(
            """
            insert into duty_roster (id, name, zone, fallback, auto_swap, created_at, created_by,
              look_at)
            values (:id, :name, :zone, :fallback, :auto, :now, :by, :now)\
            """)
        .param("id", id)
        .param("name", draft.name().strip())
        .param("zone", zone(draft))
        .param("fallback", draft.fallback(), java.sql.Types.OTHER)
        .param("auto", draft.autoSwap())
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
    putDown(id, draft.layers(), now, by);
    return id;
  }

  /// Changes a roster from now on: who was on call before stays known.
  void change(Roster roster, RosterDraft draft, Instant now, String by) {
    serve(roster.id(), draft.clientIds());
    jdbc.sql(
            """
            update duty_roster set name = :name, zone = :zone, fallback = :fallback,
              auto_swap = :auto, look_at = :now where id = :id\
            """)
        .param("id", roster.id())
        .param("name", draft.name().strip())
        .param("zone", zone(draft))
        .param("fallback", draft.fallback(), java.sql.Types.OTHER)
        .param("auto", draft.autoSwap())
        .param("now", Sql.at(now))
        .update();
    jdbc.sql(
            "delete from duty_roster_client where roster_id = :id and not client_id = any(:clients)")
        .param("id", roster.id())
        .param("clients", draft.clientIds().toArray(UUID[]::new))
        .update();
    if (!roster.layers().equals(draft.layers())) {
      putDown(roster.id(), draft.layers(), now, by);
    }
  }

  void retire(UUID id, Instant now) {
    jdbc.sql("update duty_roster set retired_at = :now where id = :id and retired_at is null")
        .param("id", id)
        .param("now", Sql.at(now))
        .update();
  }

  /// Everything that was ever planned, in order of time.
  List<Rota> rotas(UUID roster) {
    return jdbc.sql("select * from duty_rota where roster_id = :id order by valid_from")
        .param("id", roster)
        .query((row, _) ->
            new Rota(
                Sql.instant(row, "valid_from"), json.readValue(Sql.text(row, "layers"), LAYERS)))
        .list();
  }

  /// Takes the rosters that are to be looked at by now; those that another node holds are left to
  /// it.
  List<UUID> claim(Instant now) {
    return jdbc.sql(
            """
            select id from duty_roster where retired_at is null and look_at <= :now
            order by look_at for update skip locked\
            """)
        .param("now", Sql.at(now))
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }

  void lookAgain(UUID roster, Instant at) {
    jdbc.sql("update duty_roster set look_at = :at where id = :id")
        .param("id", roster)
        .param("at", Sql.at(at))
        .update();
  }

  /// Has every roster looked at anew: something changed that concerns a person.
  void lookAtAll(Instant now) {
    jdbc.sql("update duty_roster set look_at = :now where retired_at is null and look_at > :now")
        .param("now", Sql.at(now))
        .update();
  }

  /// When the next roster is to be looked at; null when there is none.
  @Nullable Instant nextLook() {
    return jdbc.sql("select min(look_at) as next from duty_roster where retired_at is null")
        .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "next")))
        .single()
        .orElse(null);
  }

  private void serve(UUID roster, List<UUID> clients) {
    for (UUID client : clients) {
      jdbc.sql(
              """
              insert into duty_roster_client (roster_id, client_id) values (:roster, :client)
              on conflict do nothing\
              """)
          .param("roster", roster)
          .param("client", client)
          .update();
    }
  }

  private void putDown(UUID roster, List<Layer> layers, Instant now, String by) {
    jdbc.sql(
            """
            insert into duty_rota (roster_id, valid_from, layers, made_by)
            values (:roster, :now, :layers::jsonb, :by)
            on conflict (roster_id, valid_from) do update set layers = excluded.layers\
            """)
        .param("roster", roster)
        .param("now", Sql.at(now))
        .param("layers", json.writeValueAsString(layers))
        .param("by", by)
        .update();
  }

  private static String zone(RosterDraft draft) {
    return Objects.requireNonNullElse(draft.zone(), WorkCalendar.SHANGHAI).getId();
  }

  private Roster roster(ResultSet row, int number) throws SQLException {
    return new Roster(
        Sql.uuid(row, "id"),
        Sql.text(row, "name"),
        ZoneId.of(Sql.text(row, "zone")),
        Arrays.asList((UUID[]) row.getArray("clients").getArray()),
        Sql.texts(row, "client_names"),
        Sql.uuidOrNull(row, "fallback"),
        row.getBoolean("auto_swap"),
        json.readValue(Sql.text(row, "layers"), LAYERS),
        Sql.instant(row, "created_at"),
        Sql.instantOrNull(row, "retired_at"));
  }
}
