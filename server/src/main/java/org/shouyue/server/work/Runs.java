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

/// The runs of the clients in scope. Callers bring the transaction.
@Repository
class Runs {
  private final JdbcClient jdbc;

  Runs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Run run) {
    jdbc.sql(
            """
            insert into run (id, client_id, contract_id, service_id, capability, asset_id, kind,
              obligation_id, watch_id, finding_id, state, queued_at, asked_by)
            values (:id, :client, :contract, :service, :capability, :asset, :kind,
              :obligation, :watch, :finding, 'queued', :at, :by)\
            """)
        .param("id", run.id())
        .param("client", run.clientId())
        .param("contract", run.contractId())
        .param("service", run.serviceId())
        .param("capability", run.capability().code())
        .param("asset", run.assetId())
        .param("kind", run.kind().code())
        .param("obligation", run.obligationId())
        .param("watch", run.watchId())
        .param("finding", run.findingId())
        .param("at", at(run.queuedAt()))
        .param("by", run.askedBy())
        .update();
  }

  @Nullable Run find(UUID id) {
    return jdbc.sql("select * from run where id = :id")
        .param("id", id)
        .query(Runs::row)
        .optional()
        .orElse(null);
  }

  /// Takes a run for this node; null when it is over already. Does not wait for the disk: a crash
  /// of the database may forget that it was taken, and then it is taken once more.
  @Nullable Run begin(UUID id, String node, Instant now) {
    jdbc.sql("select set_config('synchronous_commit', 'off', true)").query((_, _) -> true).list();
    return jdbc.sql(
            """
            update run set state = 'running', node = :node, begun = begun + 1,
              started_at = coalesce(started_at, :now), progress_done = 0
            where id = :id and state in ('queued', 'running')
            returning *\
            """)
        .param("id", id)
        .param("node", node)
        .param("now", at(now))
        .query(Runs::row)
        .optional()
        .orElse(null);
  }

  /// Ends a run; false when it was over already, so that a run begun twice ends once.
  boolean end(
      UUID id, RunState state, Instant now, @Nullable String reason, int found, List<String> log) {
    return jdbc.sql(
                """
                update run set state = :state, finished_at = :now, reason = :reason, found = :found,
                  log = :log, progress_done = progress_total
                where id = :id and state in ('queued', 'running')\
                """)
            .param("id", id)
            .param("state", state.code())
            .param("now", at(now))
            .param("reason", reason)
            .param("found", found)
            .param("log", log.toArray(String[]::new))
            .update()
        == 1;
  }

  void progress(UUID id, int done, int total, String message) {
    jdbc.sql(
            """
            update run set progress_done = :done, progress_total = :total, message = :message
            where id = :id and state = 'running'\
            """)
        .param("id", id)
        .param("done", done)
        .param("total", total)
        .param("message", message)
        .update();
  }

  /// Asks a run to stop; false when it is over already.
  boolean askCancel(UUID id, String by) {
    return jdbc.sql(
                """
                update run set cancel_asked_by = :by
                where id = :id and state in ('queued', 'running')\
                """)
            .param("id", id)
            .param("by", by)
            .update()
        == 1;
  }

  /// Who asked the run to stop; null when nobody did.
  @Nullable String cancelAskedBy(UUID id) {
    return jdbc.sql("select coalesce(cancel_asked_by, '') from run where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .filter(by -> !by.isEmpty())
        .orElse(null);
  }

  /// How many runs are queued or running.
  int unfinished() {
    return jdbc.sql("select count(*) from run where state in ('queued', 'running')")
        .query(Integer.class)
        .single();
  }

  /// How many runs are over.
  int finished() {
    return jdbc.sql("select count(*) from run where finished_at is not null")
        .query(Integer.class)
        .single();
  }

  /// How many runs found something wrong.
  int withFindings() {
    return jdbc.sql("select count(*) from run where found > 0").query(Integer.class).single();
  }

  static Run row(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getObject("contract_id", UUID.class),
        row.getString("service_id"),
        Capability.of(row.getString("capability")),
        row.getObject("asset_id", UUID.class),
        RunKind.of(row.getString("kind")),
        row.getObject("obligation_id", UUID.class),
        row.getObject("watch_id", UUID.class),
        row.getObject("finding_id", UUID.class),
        RunState.of(row.getString("state")),
        instant(row, "queued_at"),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "finished_at"),
        row.getInt("begun"),
        row.getString("reason"),
        row.getString("asked_by"));
  }
}
