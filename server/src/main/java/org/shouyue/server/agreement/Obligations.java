package org.shouyue.server.agreement;

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
import org.shouyue.server.agreement.ObligationState.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The obligations of all contracts that the caller may see. Every change is one step of
/// [ObligationState]; a statement that finds the row in another state changes nothing and says so.
/// Callers bring the transaction.
@Repository
public class Obligations {
  private final JdbcClient jdbc;

  Obligations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The obligation with this id; null when there is none that the caller may see.
  public @Nullable Obligation find(UUID id) {
    return jdbc.sql("select * from obligation where id = :id")
        .param("id", id)
        .query(Obligations::row)
        .optional()
        .orElse(null);
  }

  /// The obligations of a contract whose windows begin in `[from, to)`, in order.
  public List<Obligation> within(UUID contract, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from obligation
            where contract_id = :contract and window_from >= :from and window_from < :to
            order by window_from, service_id, id\
            """)
        .param("contract", contract)
        .param("from", at(from))
        .param("to", at(to))
        .query(Obligations::row)
        .list();
  }

  /// Takes automatic obligations whose time has come and marks them as running. Rows that another
  /// node holds are left to it.
  public List<Obligation> claim(Instant now, int limit) {
    return jdbc.sql(
            """
            with due as (
              select id from obligation
              where run_at <= :now and due_at > :now and state in ('planned', 'due', 'unknown')
              order by run_at limit :limit
              for update skip locked)
            update obligation o set state = 'running', attempts = attempts + 1, run_at = null
            from due where o.id = due.id
            returning o.*\
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query(Obligations::row)
        .list();
  }

  /// Marks one as running because somebody asked for it; false when its state does not allow that.
  public boolean start(UUID id) {
    return jdbc.sql(
                """
                update obligation set state = 'running', attempts = attempts + 1, run_at = null
                where id = :id and state = any(:before)\
                """)
            .param("id", id)
            .param("before", before(Step.START))
            .update()
        == 1;
  }

  /// Records that it was performed: done inside the window, late after it.
  ///
  /// @return the state that it is in now; null when its state did not allow it
  public @Nullable ObligationState perform(UUID id, Instant at, String by) {
    return jdbc.sql(
            """
            update obligation set
              state = case when :at < due_at then 'done' else 'late' end,
              performed_at = :at, performed_by = :by, run_at = null,
              reason = case when :at < due_at then null else reason end
            where id = :id and state = any(case when :at < due_at then :before else :late end)
            returning state\
            """)
        .param("id", id)
        .param("at", at(at))
        .param("by", by)
        .param("before", before(Step.PERFORM))
        .param("late", before(Step.PERFORM_LATE))
        .query((row, _) -> ObligationState.of(row.getString("state")))
        .optional()
        .orElse(null);
  }

  /// Records that a run could not say anything: unknown inside the window, missed after it.
  ///
  /// @param retryAt when the dispatcher tries again; null when it does not
  public void giveUp(UUID id, String reason, Instant now, @Nullable Instant retryAt) {
    jdbc.sql(
            """
            update obligation set
              state = case when :now < due_at then 'unknown' else 'missed' end,
              reason = :reason,
              run_at = case when :retry < due_at then :retry::timestamptz end
            where id = :id and state = any(:before)\
            """)
        .param("id", id)
        .param("reason", reason)
        .param("now", at(now))
        .param("retry", retryAt == null ? null : at(retryAt))
        .param("before", before(Step.GIVE_UP))
        .update();
  }

  /// Puts one off that our own pacing held back; it does not count as tried.
  public void putOff(UUID id, String reason, Instant until, Instant now) {
    giveUp(id, reason, now, until);
    jdbc.sql("update obligation set attempts = greatest(attempts - 1, 0) where id = :id")
        .param("id", id)
        .update();
  }

  /// Waives it for the client; false when its state does not allow that.
  boolean waive(UUID id, String reason) {
    return jdbc.sql(
                """
                update obligation set state = 'waived', reason = :reason, run_at = null
                where id = :id and state = any(:before)\
                """)
            .param("id", id)
            .param("reason", reason)
            .param("before", before(Step.WAIVE))
            .update()
        == 1;
  }

  /// Marks as due what opened by now.
  public int open(Instant now) {
    return jdbc.sql(
            "update obligation set state = 'due' where state = 'planned' and window_from <= :now")
        .param("now", at(now))
        .update();
  }

  /// Takes watched obligations whose window has passed and that nobody has judged yet; rows that
  /// another node holds are left to it.
  public List<Obligation> watchedUntil(Instant now, int limit) {
    return jdbc.sql(
            """
            select * from obligation
            where way = 'watched' and due_at <= :now and state in ('planned', 'due', 'unknown')
            order by due_at limit :limit
            for update skip locked\
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query(Obligations::row)
        .list();
  }

  /// The watched obligation whose window holds this instant; null when there is none.
  public @Nullable UUID watchedAt(UUID contract, String service, UUID asset, Instant now) {
    return jdbc.sql(
            """
            select id from obligation
            where contract_id = :contract and service_id = :service and asset_id = :asset
              and way = 'watched' and window_from <= :now and window_to > :now\
            """)
        .param("contract", contract)
        .param("service", service)
        .param("asset", asset)
        .param("now", at(now))
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  /// Records that a watched window is proven by the figures of its probes.
  public void prove(UUID id, Instant at, String by) {
    jdbc.sql(
            """
            update obligation set state = 'done', performed_at = :at, performed_by = :by, reason = null
            where id = :id and state = any(:before)\
            """)
        .param("id", id)
        .param("at", at(at))
        .param("by", by)
        .param("before", before(Step.PERFORM))
        .update();
  }

  /// Marks as missed what was never done although its window has passed.
  ///
  /// @return what was marked
  public List<Obligation> miss(Instant now, int limit) {
    return jdbc.sql(
            """
            with passed as (
              select id from obligation
              where due_at <= :now and state in ('planned', 'due', 'unknown')
                and way <> 'watched'
              order by due_at limit :limit
              for update skip locked)
            update obligation o set state = 'missed', run_at = null,
              reason = coalesce(reason, '期限内没有执行')
            from passed where o.id = passed.id
            returning o.*\
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query(Obligations::row)
        .list();
  }

  /// Marks one as missed for a reason.
  public void miss(UUID id, String reason) {
    jdbc.sql(
            """
            update obligation set state = 'missed', reason = :reason, run_at = null
            where id = :id and state = any(:before)\
            """)
        .param("id", id)
        .param("reason", reason)
        .param("before", before(Step.PASS))
        .update();
  }

  /// The next instant at which something is to begin or has passed; null when nothing is left.
  public @Nullable Instant next(Instant after) {
    return jdbc.sql(
            """
            select least(
              (select min(run_at) from obligation
               where run_at is not null and state in ('planned', 'due', 'unknown')),
              (select min(due_at) from obligation where state in ('planned', 'due', 'unknown'))
            ) as next\
            """)
        .query((row, _) -> instantOrNull(row, "next"))
        .optional()
        .map(next -> next.isAfter(after) ? next : after)
        .orElse(null);
  }

  static Obligation row(ResultSet row, int number) throws SQLException {
    return new Obligation(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getObject("contract_id", UUID.class),
        row.getInt("contract_version"),
        row.getString("service_id"),
        row.getString("title"),
        Capability.of(row.getString("capability")),
        Way.of(row.getString("way")),
        row.getObject("asset_id", UUID.class),
        row.getInt("ordinal"),
        instant(row, "window_from"),
        instant(row, "window_to"),
        instant(row, "due_at"),
        ObligationState.of(row.getString("state")),
        row.getInt("attempts"),
        instantOrNull(row, "performed_at"),
        row.getString("performed_by"),
        row.getString("reason"));
  }

  private static String[] before(Step step) {
    return ObligationState.before(step).toArray(String[]::new);
  }
}
