package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Obligations as lists show them.
@Repository
class ObligationViews {
  private final JdbcClient jdbc;

  ObligationViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One obligation in a list.
  record ObligationItem(
      UUID id,
      UUID contractId,
      String serviceId,
      String title,
      String capability,
      Way way,
      Instant windowFrom,
      Instant windowTo,
      Instant dueAt,
      ObligationState state,
      int attempts,
      @Nullable Instant performedAt,
      @Nullable String performedBy,
      @Nullable String reason,
      @Nullable UUID assetId,
      @Nullable String assetName,
      List<EvidenceItem> evidence) {}

  /// A piece of evidence by its place in the contract's chain.
  record EvidenceItem(long seq, String digest, String name) {}

  /// What a list of obligations is narrowed to.
  record Wanted(
      @Nullable UUID id,
      @Nullable UUID contract,
      @Nullable String service,
      @Nullable String state,
      @Nullable Instant from,
      @Nullable Instant to) {}

  Page<ObligationItem> page(Wanted wanted, PageRequest request) {
    return new Listing(
            jdbc,
            """
            o.*, s.name as asset_name,
            (select coalesce(array_agg(e.seq || '/' || e.sha256 || '/' || e.name order by e.seq), '{}')
             from evidence_record e where e.about = 'obligation/' || o.id) as proofs\
            """,
            "obligation o left join asset s on s.id = o.asset_id",
            "o.window_from, o.service_id, o.id")
        .where("o.id = :id", "id", wanted.id())
        .where("o.contract_id = :contract", "contract", wanted.contract())
        .where("o.service_id = :service", "service", wanted.service())
        .where("o.state = any(string_to_array(:state, ','))", "state", wanted.state())
        .where("o.due_at > :from", "from", wanted.from() == null ? null : at(wanted.from()))
        .where("o.window_from < :to", "to", wanted.to() == null ? null : at(wanted.to()))
        .search("o.title", "s.name", "o.service_id")
        .sort("windowFrom", "o.window_from")
        .sort("windowTo", "o.window_to")
        .sort("dueAt", "o.due_at")
        .sort("state", "o.state")
        .sort("performedAt", "o.performed_at")
        .page(request, this::item);
  }

  private ObligationItem item(ResultSet row, int number) throws SQLException {
    return new ObligationItem(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "service_id"),
        Sql.text(row, "title"),
        Sql.text(row, "capability"),
        Way.of(Sql.text(row, "way")),
        Sql.instant(row, "window_from"),
        Sql.instant(row, "window_to"),
        Sql.instant(row, "due_at"),
        ObligationState.of(Sql.text(row, "state")),
        row.getInt("attempts"),
        Sql.instantOrNull(row, "performed_at"),
        row.getString("performed_by"),
        row.getString("reason"),
        Sql.uuidOrNull(row, "asset_id"),
        row.getString("asset_name"),
        Sql.texts(row, "proofs").stream().map(ObligationViews::evidence).toList());
  }

  private static EvidenceItem evidence(String packed) {
    String[] parts = packed.split("/", 3);
    return new EvidenceItem(Long.parseLong(parts[0]), parts[1], parts[2]);
  }
}
