package org.shouyue.server.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The ledger. An asset that is no longer served is retired, not deleted: what was done to it
/// stays.
@Repository
public class Assets {
  private static final String COLUMNS = "a.*, c.name as client_name";
  private static final String TABLES = "asset a join client c on c.id = a.client_id";

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Assets(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// The asset, retired or not; empty when there is none or it is out of scope.
  public Optional<Asset> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from " + TABLES + " where a.id = :id")
        .param("id", id)
        .query(Assets::asset)
        .optional();
  }

  /// The assets with these identifiers, as far as they are in scope.
  public List<Asset> all(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select " + COLUMNS + " from " + TABLES + " where a.id in (:ids) order by a.name")
            .param("ids", ids)
            .query(Assets::asset)
            .list();
  }

  /// The assets of a client that are served now.
  public List<Asset> of(UUID client) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from "
                + TABLES
                + " where a.client_id = :client and a.retired_at is null order by a.name, a.id")
        .param("client", client)
        .query(Assets::asset)
        .list();
  }

  Page<Asset> page(@Nullable UUID client, @Nullable AssetKind kind, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "a.name, a.id")
        .where("a.retired_at is null")
        .where("a.client_id = :client", "client", client)
        .where("a.kind = :kind", "kind", kind == null ? null : kind.code())
        .search("a.name", "a.address", "c.name")
        .sort("name", "a.name")
        .sort("kind", "a.kind")
        .sort("address", "a.address")
        .sort("clientName", "c.name")
        .sort("createdAt", "a.created_at")
        .page(request, Assets::asset);
  }

  @Transactional
  UUID add(UUID client, AssetKind kind, String name, String address) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into asset (id, client_id, kind, name, address, created_at)
            values (:id, :client, :kind, :name, :address, :now)
            """)
        .param("id", id)
        .param("client", client)
        .param("kind", kind.code())
        .param("name", name)
        .param("address", address)
        .param("now", Sql.at(clock.instant()))
        .update();
    publish(client, "asset.added", id, Map.of("kind", kind.code(), "address", address));
    return id;
  }

  @Transactional
  void change(Asset asset, String name, String address) {
    jdbc.sql("update asset set name = :name, address = :address where id = :id")
        .param("name", name)
        .param("address", address)
        .param("id", asset.id())
        .update();
    publish(
        asset.clientId(),
        "asset.changed",
        asset.id(),
        Map.of("name", name, "address", address, "addressBefore", asset.address()));
  }

  @Transactional
  void retire(Asset asset) {
    jdbc.sql("update asset set retired_at = :now where id = :id and retired_at is null")
        .param("now", Sql.at(clock.instant()))
        .param("id", asset.id())
        .update();
    publish(asset.clientId(), "asset.retired", asset.id(), Map.of("name", asset.name()));
  }

  private void publish(UUID client, String action, UUID id, Map<String, ?> details) {
    events.publishEvent(new Changed(client, action, "asset/" + id, details));
  }

  private static Asset asset(ResultSet row, int number) throws SQLException {
    return new Asset(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        AssetKind.of(Sql.text(row, "kind")),
        Sql.text(row, "name"),
        Sql.text(row, "address"),
        Sql.instant(row, "created_at"));
  }
}
