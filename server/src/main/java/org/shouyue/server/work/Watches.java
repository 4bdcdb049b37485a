package org.shouyue.server.work;

import static org.shouyue.server.sql.Sql.at;
import static org.shouyue.server.sql.Sql.instant;
import static org.shouyue.server.sql.Sql.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is watched for the clients in scope. Callers bring the transaction.
@Repository
class Watches {
  private final JdbcClient jdbc;

  Watches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Watch watch) {
    jdbc.sql(
            """
            insert into watch (id, client_id, contract_id, service_id, asset_id, capability,
              from_at, to_at, next_at)
            values (:id, :client, :contract, :service, :asset, :capability, :from, :to, :next)
            on conflict (contract_id, service_id, asset_id) do nothing\
            """)
        .param("id", watch.id())
        .param("client", watch.clientId())
        .param("contract", watch.contractId())
        .param("service", watch.serviceId())
        .param("asset", watch.assetId())
        .param("capability", watch.capability().code())
        .param("from", at(watch.from()))
        .param("to", at(watch.to()))
        .param("next", at(watch.next()))
        .update();
  }

  /// Watches that are to be looked at now and that no run is looking at; rows that another node
  /// holds are left to it.
  List<Watch> due(Instant now, int limit) {
    return jdbc.sql(
            """
            select * from watch w
            where next_at <= :now and to_at > :now and not exists (
              select 1 from run r where r.watch_id = w.id and r.state in ('queued', 'running'))
            order by next_at limit :limit
            for update skip locked\
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query(Watches::row)
        .list();
  }

  @Nullable Watch find(UUID id) {
    return jdbc.sql("select * from watch where id = :id")
        .param("id", id)
        .query(Watches::row)
        .optional()
        .orElse(null);
  }

  void lookAgain(UUID id, Instant next) {
    jdbc.sql("update watch set next_at = :next where id = :id")
        .param("id", id)
        .param("next", at(next))
        .update();
  }

  void saw(UUID id, String verdict) {
    jdbc.sql("update watch set last_verdict = :verdict where id = :id")
        .param("id", id)
        .param("verdict", verdict)
        .update();
  }

  /// The next instant at which something is to be looked at; null when nothing is watched any more.
  @Nullable Instant next() {
    return jdbc.sql("select min(next_at) as next from watch where next_at < to_at")
        .query((row, _) -> instantOrNull(row, "next"))
        .optional()
        .orElse(null);
  }

  private static Watch row(ResultSet row, int number) throws SQLException {
    return new Watch(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getObject("contract_id", UUID.class),
        row.getString("service_id"),
        row.getObject("asset_id", UUID.class),
        Capability.of(row.getString("capability")),
        instant(row, "from_at"),
        instant(row, "to_at"),
        instant(row, "next_at"),
        row.getString("last_verdict"));
  }
}
