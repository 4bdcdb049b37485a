package org.shouyue.server.request;

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
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Requests as people see them: what was decided, and how far the work is.
@Repository
class RequestViews {
  /// Decided well, the work's own progress tells more than the decision.
  private static final String STAGE =
      """
      case when r.state in ('accepted', 'confirmed') then
        case t.state when 'resolved' then 'done' when 'closed' then 'agreed' else r.state end
      else r.state end\
      """;

  private final JdbcClient jdbc;
  private final RequestRows rows;
  private final Tickets tickets;
  private final Contacts contacts;
  private final Quotas quotas;
  private final InstantSource clock;

  RequestViews(
      JdbcClient jdbc,
      RequestRows rows,
      Tickets tickets,
      Contacts contacts,
      Quotas quotas,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.tickets = tickets;
    this.contacts = contacts;
    this.quotas = quotas;
    this.clock = clock;
  }

  /// A request in a list.
  ///
  /// @param stage its state, or once it may be worked on `done` and `agreed` as the ticket says
  /// @param proven whether it is known to come from a named contact
  record RequestItem(
      UUID ticketId,
      String number,
      String title,
      UUID clientId,
      UUID contractId,
      @Nullable String serviceId,
      String stage,
      Channel channel,
      String askedBy,
      boolean proven,
      boolean extra,
      @Nullable String warning,
      @Nullable String reason,
      Instant receivedAt) {}

  /// A request with everything about it.
  ///
  /// @param digest of its words as they are now
  /// @param mayConfirm whether the signed-in person may give the client's word
  /// @param quota where the quota that it uses stands; null when it uses none
  record RequestPage(
      @JsonUnwrapped RequestItem item,
      String body,
      RequestState state,
      String ticketState,
      @Nullable String proof,
      String digest,
      boolean mayConfirm,
      @Nullable Contact contact,
      @Nullable QuotaStanding quota,
      List<RequestStep> steps,
      List<Confirmation> confirmations) {}

  Page<RequestItem> page(@Nullable UUID contract, @Nullable String stage, PageRequest request) {
    return listing()
        .where("r.contract_id = :contract", "contract", contract)
        .where("(" + STAGE + ") = any(string_to_array(:stage, ','))", "stage", stage)
        .search("t.title", "t.number", "t.body", "r.asked_by")
        .sort("receivedAt", "r.received_at")
        .sort("number", "t.number")
        .page(request, RequestViews::item);
  }

  @Transactional(readOnly = true)
  RequestPage one(UUID id) {
    ServiceRequest request = rows.find(id);
    if (request == null) {
      throw Problem.notFound("request", id);
    }
    RequestItem item =
        listing()
            .where("r.ticket_id = :ticket", "ticket", id)
            .page(new PageRequest(0, 1, null, null), RequestViews::item)
            .items()
            .getFirst();
    Ticket ticket = Objects.requireNonNull(tickets.find(id));
    UUID contact = request.origin().contactId();
    return new RequestPage(
        item,
        ticket.body(),
        request.state(),
        ticket.state().code(),
        request.origin().proof(),
        RequestText.digest(ticket, request.warning()),
        request.state() == RequestState.WARNED && speaks(request),
        contact == null ? null : contacts.require(contact),
        ticket.serviceId() == null
            ? null
            : quotas.of(request.contractId(), ticket.serviceId(), clock.instant()),
        rows.steps(id),
        rows.confirmations(id));
  }

  /// Whether the signed-in person speaks for the client.
  boolean speaks(ServiceRequest request) {
    return Contacts.signs()
        || (Caller.current().role().isClients()
            && contacts.me(request.clientId(), request.contractId(), clock.instant()) != null);
  }

  private Listing listing() {
    return new Listing(
        jdbc,
        "r.*, t.number, t.title, t.service_id, " + STAGE + " as stage",
        "service_request r join ticket t on t.id = r.ticket_id",
        "r.received_at desc, r.ticket_id");
  }

  private static RequestItem item(ResultSet row, int number) throws SQLException {
    ServiceRequest request = RequestRows.row(row, number);
    return new RequestItem(
        request.ticketId(),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        request.clientId(),
        request.contractId(),
        row.getString("service_id"),
        Sql.text(row, "stage"),
        request.origin().channel(),
        request.origin().askedBy(),
        request.origin().isProven(),
        request.extra(),
        request.warning(),
        request.reason(),
        request.receivedAt());
  }
}
