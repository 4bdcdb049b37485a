package org.shouyue.server.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which contracts serve an asset.
@Repository
public class Serving {
  private final JdbcClient jdbc;
  private final Agreements agreements;

  Serving(JdbcClient jdbc, Agreements agreements) {
    this.jdbc = jdbc;
    this.agreements = agreements;
  }

  /// The contracts in scope that are in force and whose term holds the day, the latest signed in
  /// front.
  public List<Agreement> inForce(LocalDate day) {
    return jdbc
        .sql(
            """
            select id from contract
            where state = 'in-force' and :day between starts_on and ends_on
            order by signed_on desc, id\
            """)
        .param("day", day)
        .query((row, _) -> Sql.uuid(row, "id"))
        .list()
        .stream()
        .map(agreements::require)
        .toList();
  }

  /// The contracts in force of which a service is performed on this asset and whose term holds the
  /// day, the latest signed in front; empty when nobody promised anything about it.
  public List<Agreement> of(UUID asset, LocalDate day) {
    return jdbc
        .sql(
            """
            select c.id from contract c
            where c.state = 'in-force' and :day between c.starts_on and c.ends_on
              and exists (select from service_asset s
                where s.contract_id = c.id and s.asset_id = :asset)
            order by c.signed_on desc, c.id\
            """)
        .param("asset", asset)
        .param("day", day)
        .query((row, _) -> Sql.uuid(row, "id"))
        .list()
        .stream()
        .map(agreements::require)
        .toList();
  }
}
