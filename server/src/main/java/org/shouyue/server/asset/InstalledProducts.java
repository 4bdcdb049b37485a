package org.shouyue.server.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is installed on the assets of the ledger.
@Repository
public class InstalledProducts {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  InstalledProducts(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  private record Installed(UUID asset, InstalledProduct product) {}

  /// What is installed on one asset, in the order in which it was entered.
  public List<InstalledProduct> on(UUID asset) {
    return jdbc.sql("select * from asset_product where asset_id = :asset order by n")
        .param("asset", asset)
        .query(InstalledProducts::product)
        .list();
  }

  /// What is installed on each asset of a client of which anything is known.
  public Map<UUID, List<InstalledProduct>> of(UUID client) {
    Map<UUID, List<InstalledProduct>> found = new LinkedHashMap<>();
    jdbc.sql("select * from asset_product where client_id = :client order by asset_id, n")
        .param("client", client)
        .query((row, number) -> new Installed(Sql.uuid(row, "asset_id"), product(row, number)))
        .list()
        .forEach(
            one -> found.computeIfAbsent(one.asset(), _ -> new ArrayList<>()).add(one.product()));
    return found;
  }

  /// Writes the list of an asset anew.
  @Transactional
  void write(Asset asset, List<InstalledProduct> products) {
    jdbc.sql("delete from asset_product where asset_id = :asset")
        .param("asset", asset.id())
        .update();
    int n = 0;
    for (InstalledProduct product : products) {
      jdbc.sql(
              """
              insert into asset_product (asset_id, n, client_id, name, version, cpe)
              values (:asset, :n, :client, :name, :version, :cpe)\
              """)
          .param("asset", asset.id())
          .param("n", ++n)
          .param("client", asset.clientId())
          .param("name", product.name())
          .param("version", product.version())
          .param("cpe", product.cpe())
          .update();
    }
    events.publishEvent(
        new Changed(
            asset.clientId(), "asset.products", "asset/" + asset.id(), Map.of("products", n)));
    events.publishEvent(new ProductsChanged(asset.clientId(), asset.id()));
  }

  private static InstalledProduct product(ResultSet row, int number) throws SQLException {
    return new InstalledProduct(
        Sql.text(row, "name"), row.getString("version"), row.getString("cpe"));
  }
}
