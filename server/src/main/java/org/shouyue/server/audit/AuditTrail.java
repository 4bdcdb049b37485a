package org.shouyue.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Writes every [Changed] down before its transaction commits, so that there is no change without
/// its entry and no entry without its change. PostgreSQL links the entries; this account cannot
/// alter them.
///
/// Entries wait for the end of the transaction, because the chain's head is locked from the first
/// entry on: the lock is held for the moments of the commit alone.
@Repository
class AuditTrail {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final WallClock wall;
  private final InstantSource business;

  AuditTrail(JdbcClient jdbc, JsonMapper json, WallClock wall, InstantSource business) {
    this.jdbc = jdbc;
    this.json = json;
    this.wall = wall;
    this.business = business;
  }

  /// A chain's first entry that does not follow from the one before.
  record Broken(@Nullable UUID client, long seq) {}

  @EventListener
  void on(Changed changed) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException(changed.action() + " was published outside a transaction");
    }
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
    if (pending == null) {
      pending = new Pending();
      TransactionSynchronizationManager.bindResource(this, pending);
      TransactionSynchronizationManager.registerSynchronization(pending);
    }
    pending.entries.add(entry(changed));
  }

  private Map<String, @Nullable Object> entry(Changed changed) {
    Optional<Caller> caller = Caller.ifPresent();
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("client_id", changed.client());
    entry.put("at", wall.instant().toString());
    entry.put("business_at", business.instant().toString());
    entry.put("actor_id", caller.map(Caller::id).orElse(null));
    entry.put("actor", caller.map(AuditTrail::actor).orElse("system"));
    entry.put("role", caller.map(c -> c.role().code()).orElse(null));
    entry.put("address", caller.map(Caller::address).orElse(null));
    entry.put("action", changed.action());
    entry.put("subject", changed.subject());
    entry.put("details", changed.details());
    return entry;
  }

  /// Who did it: a program is named by its owner and its token.
  private static String actor(Caller caller) {
    return caller.token() == null
        ? caller.username()
        : caller.username() + " (token " + caller.token() + ")";
  }

  /// What a list is narrowed to; null leaves out.
  ///
  /// @param actor who it was, by the name they sign in with
  /// @param subject as in `ticket/0197…`, or only its kind, `ticket`
  /// @param from included
  /// @param until excluded
  /// @param clientsOnly whether the platform's own chain is left out
  record Wanted(
      @Nullable UUID client,
      @Nullable String actor,
      @Nullable String action,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant until,
      boolean clientsOnly) {}

  Page<AuditEntry> page(Wanted wanted, PageRequest request) {
    return new Listing(jdbc, "*", "audit_entry", "at desc, chain, seq desc")
        .where(wanted.clientsOnly() ? "client_id is not null" : "true")
        .where("client_id = :client", "client", wanted.client())
        .where("actor = :actor", "actor", wanted.actor())
        .where("action = :action", "action", wanted.action())
        .where(
            "(subject = :subject or starts_with(subject, :subject || '/'))",
            "subject",
            wanted.subject())
        .where("at >= :from", "from", wanted.from() == null ? null : Sql.at(wanted.from()))
        .where("at < :until", "until", wanted.until() == null ? null : Sql.at(wanted.until()))
        .search("actor", "action", "subject")
        .sort("at", "at")
        .sort("actor", "actor")
        .sort("action", "action")
        .page(request, AuditTrail::entry);
  }

  List<Broken> broken() {
    return jdbc.sql("select chain, seq from audit_broken()")
        .query((row, _) -> {
          UUID chain = Sql.uuid(row, "chain");
          boolean platform =
              chain.getMostSignificantBits() == 0 && chain.getLeastSignificantBits() == 0;
          return new Broken(platform ? null : chain, row.getLong("seq"));
        })
        .list();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        Sql.uuidOrNull(row, "client_id"),
        Sql.instant(row, "at"),
        Sql.instant(row, "business_at"),
        Sql.text(row, "actor"),
        row.getString("role"),
        row.getString("address"),
        Sql.text(row, "action"),
        Sql.text(row, "subject"),
        Sql.text(row, "details"),
        Sql.text(row, "previous"),
        Sql.text(row, "digest"));
  }

  /// What a transaction has to write before it commits.
  private final class Pending implements TransactionSynchronization {
    private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      // By chain, so that two transactions never wait for each other's.
      entries.sort(Comparator.comparing(entry -> String.valueOf(entry.get("client_id"))));
      jdbc.sql("select audit_append(:entries::jsonb)")
          .param("entries", json.writeValueAsString(entries))
          .query((row, _) -> true)
          .list();
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResource(AuditTrail.this);
    }
  }
}
