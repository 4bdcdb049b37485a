package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The clients that the scope shows.
@Repository
public class Clients {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  Clients(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
  }

  /// The identifiers of all clients, whatever the scope: for background work, which then binds a
  /// scope for each.
  public List<UUID> everyId() {
    return jdbc.sql("select unnest(every_client()) as id")
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }

  /// The client, empty when there is none or it is out of scope.
  public Optional<Client> find(UUID id) {
    return jdbc.sql("select * from client where id = :id")
        .param("id", id)
        .query(this::client)
        .optional();
  }

  Page<Client> page(PageRequest request) {
    return new Listing(jdbc, "*", "client", "name, id")
        .search("name")
        .sort("name", "name")
        .page(request, this::client);
  }

  /// Adds a client. Its row is in nobody's scope yet: the caller binds the new identifier's.
  @Transactional
  Client add(Client client) {
    jdbc.sql(
            """
            insert into client (id, name, zone, office)
            values (:id, :name, :zone, :office::jsonb)
            """)
        .param("id", client.id())
        .param("name", client.name())
        .param("zone", client.zone().getId())
        .param("office", client.office() == null ? null : json.writeValueAsString(client.office()))
        .update();
    events.publishEvent(
        new Changed(
            client.id(), "client.added", "client/" + client.id(), Map.of("name", client.name())));
    return client;
  }

  private Client client(ResultSet row, int number) throws SQLException {
    String office = row.getString("office");
    return new Client(
        Sql.uuid(row, "id"),
        Sql.text(row, "name"),
        ZoneId.of(Sql.text(row, "zone")),
        office == null ? null : json.readValue(office, OfficeHours.class));
  }
}
