package org.shouyue.server.finding;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.work.EarlierFindings;
import org.shouyue.server.work.Found;
import org.shouyue.server.work.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The findings of the clients in scope. Callers bring the transaction.
@Repository
public class Findings implements EarlierFindings {
  private final JdbcClient jdbc;

  Findings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The findings of a contract, oldest first.
  public List<Finding> of(UUID contract) {
    return jdbc.sql("select * from finding where contract_id = :contract order by first_seen, id")
        .param("contract", contract)
        .query(Findings::row)
        .list();
  }

  /// The finding with this id; null when there is none that the caller may see.
  public @Nullable Finding get(UUID id) {
    return jdbc.sql("select * from finding where id = :id")
        .param("id", id)
        .query(Findings::row)
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable Found find(UUID id) {
    Finding finding = get(id);
    return finding == null
        ? null
        : new Found(
            finding.code(),
            finding.key(),
            finding.severity(),
            finding.title(),
            finding.detail(),
            finding.advice());
  }

  /// The finding with this identity, locked until the transaction ends; null when it is new.
  @Nullable Finding known(UUID client, String identity) {
    return jdbc.sql(
            "select * from finding where client_id = :client and identity = :identity for update")
        .param("client", client)
        .param("identity", identity)
        .query(Findings::row)
        .optional()
        .orElse(null);
  }

  /// What is not yet mended on an asset, as far as this kind of work can see it.
  List<Finding> unmended(UUID asset, Capability capability) {
    return jdbc.sql(
            """
            select * from finding
            where asset_id = :asset and capability = :capability and state in ('open', 'fixing')
            order by id for update\
            """)
        .param("asset", asset)
        .param("capability", capability.code())
        .query(Findings::row)
        .list();
  }

  void add(Finding finding, UUID run) {
    jdbc.sql(
            """
            insert into finding (id, client_id, contract_id, service_id, asset_id, capability,
              identity, code, key, severity, title, detail, advice, state, first_seen, last_seen,
              last_run_id)
            values (:id, :client, :contract, :service, :asset, :capability, :identity, :code, :key,
              :severity, :title, :detail, :advice, 'open', :at, :at, :run)\
            """)
        .param("id", finding.id())
        .param("client", finding.clientId())
        .param("contract", finding.contractId())
        .param("service", finding.serviceId())
        .param("asset", finding.assetId())
        .param("capability", finding.capability().code())
        .param("identity", finding.identity())
        .param("code", finding.code())
        .param("key", finding.key())
        .param("severity", finding.severity().code())
        .param("title", finding.title())
        .param("detail", finding.detail())
        .param("advice", finding.advice())
        .param("at", at(finding.firstSeen()))
        .param("run", run)
        .update();
  }

  /// Notes that a run saw it, and what it looks like now.
  void seen(UUID id, FindingState state, Found found, UUID run, Instant now) {
    jdbc.sql(
            """
            update finding set reopened = reopened + (state = 'fixed')::int, state = :state,
              last_seen = :now, last_run_id = :run, times_seen = times_seen + 1,
              fixed_at = case when state = 'fixed' then null else fixed_at end,
              severity = :severity, title = :title, detail = :detail, advice = :advice
            where id = :id\
            """)
        .param("id", id)
        .param("state", state.code())
        .param("now", at(now))
        .param("run", run)
        .param("severity", found.severity().code())
        .param("title", found.title())
        .param("detail", found.detail())
        .param("advice", found.advice())
        .update();
  }

  void state(UUID id, FindingState state, @Nullable Instant fixedAt, @Nullable String reason) {
    jdbc.sql(
            """
            update finding set state = :state, fixed_at = :fixed, reason = coalesce(:reason, reason)
            where id = :id\
            """)
        .param("id", id)
        .param("state", state.code())
        .param("fixed", fixedAt == null ? null : at(fixedAt))
        .param("reason", reason)
        .update();
  }

  /// One entry of a finding's history.
  ///
  /// @param who the person; null when a run did it
  record Entry(
      Instant at, String what, @Nullable UUID runId, @Nullable String who, @Nullable String text) {}

  void tell(Finding finding, Entry entry) {
    jdbc.sql(
            """
            insert into finding_event (finding_id, n, client_id, at, what, run_id, who, text)
            select :finding, coalesce(max(n), 0) + 1, :client, :at, :what, :run, :who, :text
            from finding_event where finding_id = :finding\
            """)
        .param("finding", finding.id())
        .param("client", finding.clientId())
        .param("at", at(entry.at()))
        .param("what", entry.what())
        .param("run", entry.runId())
        .param("who", entry.who())
        .param("text", entry.text())
        .update();
  }

  List<Entry> history(UUID id) {
    return jdbc.sql("select * from finding_event where finding_id = :id order by n")
        .param("id", id)
        .query((row, _) ->
            new Entry(
                Sql.instant(row, "at"),
                Sql.text(row, "what"),
                Sql.uuidOrNull(row, "run_id"),
                row.getString("who"),
                row.getString("text")))
        .list();
  }

  static Finding row(ResultSet row, int number) throws SQLException {
    return new Finding(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "service_id"),
        Sql.uuid(row, "asset_id"),
        Capability.of(Sql.text(row, "capability")),
        Sql.text(row, "identity"),
        Sql.text(row, "code"),
        Sql.text(row, "key"),
        Severity.of(Sql.text(row, "severity")),
        Sql.text(row, "title"),
        Sql.text(row, "detail"),
        Sql.text(row, "advice"),
        FindingState.of(Sql.text(row, "state")),
        Sql.instant(row, "first_seen"),
        Sql.instant(row, "last_seen"),
        row.getInt("times_seen"),
        row.getInt("reopened"),
        Sql.instantOrNull(row, "fixed_at"),
        row.getString("reason"));
  }
}
