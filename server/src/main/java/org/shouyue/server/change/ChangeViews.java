package org.shouyue.server.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.QuotaStanding;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Changes as people see them.
@Repository
class ChangeViews {
  private final JdbcClient jdbc;
  private final ChangeRows rows;
  private final ChangeGuard guard;
  private final Tickets tickets;
  private final Quotas quotas;
  private final JsonMapper json;
  private final InstantSource clock;

  ChangeViews(
      JdbcClient jdbc,
      ChangeRows rows,
      ChangeGuard guard,
      Tickets tickets,
      Quotas quotas,
      JsonMapper json,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.guard = guard;
    this.tickets = tickets;
    this.quotas = quotas;
    this.json = json;
    this.clock = clock;
  }

  /// A change in a list.
  ///
  /// @param emergency whether it began before the client signed
  /// @param unconfirmed whether the client did not confirm that in time
  /// @param overran whether the work went on after its window
  record ChangeItem(
      UUID ticketId,
      String number,
      String title,
      UUID clientId,
      UUID contractId,
      @Nullable String serviceId,
      ChangeState state,
      String ticketState,
      @Nullable Instant from,
      @Nullable Instant until,
      boolean extra,
      boolean emergency,
      boolean unconfirmed,
      boolean overran,
      Change.@Nullable Result result,
      boolean rolledBack,
      Instant createdAt) {}

  /// A version of the plan with its parts.
  ///
  /// @param intact whether it is as it was written
  record PlanPage(
      int version,
      ChangePlan plan,
      String digest,
      boolean intact,
      Instant at,
      String by,
      UUID paperId) {}

  /// A change with everything about it.
  ///
  /// @param hindrance why the work may not begin now, in words; null when it may, or has begun
  record ChangePage(
      @JsonUnwrapped ChangeItem item,
      String body,
      @Nullable String emergencyReason,
      @Nullable Instant confirmBy,
      @Nullable Instant confirmedAt,
      @Nullable Instant startedAt,
      @Nullable String startedBy,
      @Nullable Instant finishedAt,
      @Nullable String outcome,
      @Nullable String hindrance,
      @Nullable QuotaStanding quota,
      List<PlanPage> plans,
      List<PlanSignature> signatures,
      List<ChangeStep> steps) {}

  Page<ChangeItem> page(
      @Nullable UUID contract, @Nullable String state, boolean broken, PageRequest request) {
    Listing listing = listing();
    if (broken) {
      listing.where("(c.unconfirmed or c.finished_at > c.window_until)");
    }
    return listing
        .where("c.contract_id = :contract", "contract", contract)
        .where("c.state = any(string_to_array(:state, ','))", "state", state)
        .search("t.title", "t.number", "t.body")
        .sort("createdAt", "c.created_at")
        .sort("from", "c.window_from")
        .sort("number", "t.number")
        .page(request, ChangeViews::item);
  }

  @Transactional(readOnly = true)
  ChangePage one(UUID id) {
    Change change = rows.find(id);
    if (change == null) {
      throw Problem.notFound("change", id);
    }
    ChangeItem item =
        listing()
            .where("c.ticket_id = :ticket", "ticket", id)
            .page(new PageRequest(0, 1, null, null), ChangeViews::item)
            .items()
            .getFirst();
    Ticket ticket = Objects.requireNonNull(tickets.find(id));
    return new ChangePage(
        item,
        ticket.body(),
        change.emergency(),
        change.confirmBy(),
        change.confirmedAt(),
        change.startedAt(),
        change.startedBy(),
        change.finishedAt(),
        change.outcome(),
        hindrance(ticket, change),
        item.serviceId() == null
            ? null
            : quotas.of(change.contractId(), item.serviceId(), clock.instant()),
        rows.plans(id).stream().map(plan -> planPage(ticket, plan)).toList(),
        rows.signatures(id),
        rows.steps(id));
  }

  private PlanPage planPage(Ticket ticket, PlanVersion plan) {
    boolean intact = PlanVersion.digest(ticket, plan.version(), plan.plan()).equals(plan.digest());
    return new PlanPage(
        plan.version(),
        json.readValue(plan.plan(), ChangePlan.class),
        plan.digest(),
        intact,
        plan.at(),
        plan.by(),
        plan.paperId());
  }

  private @Nullable String hindrance(Ticket ticket, Change change) {
    if (change.startedAt() != null) {
      return null;
    }
    try {
      guard.mustBeAllowed(ticket, change);
      return null;
    } catch (Problem problem) {
      return problem.getMessage();
    }
  }

  private Listing listing() {
    return new Listing(
        jdbc,
        "c.*, t.number, t.title, t.service_id, t.state as ticket_state",
        "change c join ticket t on t.id = c.ticket_id",
        "c.created_at desc, c.ticket_id");
  }

  private static ChangeItem item(ResultSet row, int number) throws SQLException {
    Change change = ChangeRows.row(row, number);
    return new ChangeItem(
        change.ticketId(),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        change.clientId(),
        change.contractId(),
        row.getString("service_id"),
        change.state(),
        Sql.text(row, "ticket_state"),
        change.from(),
        change.until(),
        change.extra(),
        change.emergency() != null,
        change.unconfirmed(),
        change.overran(),
        change.result(),
        change.rolledBack(),
        change.createdAt());
  }
}
