package org.shouyue.server.work;

import static org.shouyue.server.sql.Sql.at;
import static org.shouyue.server.sql.Sql.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the probes of watched assets measured. Callers bring the transaction.
@Repository
class ProbeLog {
  private final JdbcClient jdbc;

  ProbeLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID run, UUID watch, UUID client, Probe probe) {
    jdbc.sql(
            """
            insert into probe (run_id, watch_id, client_id, at, up, millis, note)
            values (:run, :watch, :client, :at, :up, :millis, :note)\
            """)
        .param("run", run)
        .param("watch", watch)
        .param("client", client)
        .param("at", at(probe.at()))
        .param("up", probe.up())
        .param("millis", probe.millis())
        .param("note", probe.note())
        .update();
  }

  /// The probes of one service on one asset in `[from, to)`, in order.
  List<Probe> within(UUID contract, String service, UUID asset, Instant from, Instant to) {
    return jdbc.sql(
            """
            select p.* from probe p join watch w on w.id = p.watch_id
            where w.contract_id = :contract and w.service_id = :service and w.asset_id = :asset
              and p.at >= :from and p.at < :to
            order by p.at, p.run_id\
            """)
        .param("contract", contract)
        .param("service", service)
        .param("asset", asset)
        .param("from", at(from))
        .param("to", at(to))
        .query(ProbeLog::row)
        .list();
  }

  private static Probe row(ResultSet row, int number) throws SQLException {
    Boolean up = row.getObject("up", Boolean.class);
    Integer millis = row.getObject("millis", Integer.class);
    @Nullable String note = row.getString("note");
    return new Probe(instant(row, "at"), up, millis, note);
  }
}
