package org.shouyue.server.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Tickets.Told;
import org.shouyue.server.work.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tickets: open, look at, write into their logs.
@RestController
@RequestMapping("/api/tickets")
class TicketsController {
  /// Still worked on, and a clock has used up four fifths of its limit, or all of it.
  private static final String PRESSED =
      """
      t.state in ('open', 'responded', 'paused') and exists (
        select 1 from ticket_event e
        where e.ticket_id = t.id and e.type in ('warn-80', 'warn-100', 'breach'))\
      """;

  private final JdbcClient jdbc;
  private final TicketRows rows;
  private final Tickets tickets;
  private final TicketActs acts;
  private final InstantSource clock;

  TicketsController(
      JdbcClient jdbc, TicketRows rows, Tickets tickets, TicketActs acts, InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.tickets = tickets;
    this.acts = acts;
    this.clock = clock;
  }

  /// What one clock of a ticket shows.
  ///
  /// @param warned the highest warning that has come, in per cent; 0 for none
  record ClockItem(
      String kind,
      Instant dueAt,
      String state,
      long remainingSeconds,
      long limitSeconds,
      int warned,
      @Nullable Instant stoppedAt) {
    static ClockItem of(ClockReading reading) {
      return new ClockItem(
          reading.kind().code(),
          reading.due(),
          reading.state().name().toLowerCase(Locale.ROOT),
          reading.remaining().toSeconds(),
          reading.limit().toSeconds(),
          reading.warned(),
          reading.stopped());
    }
  }

  /// One ticket in a list.
  record TicketItem(
      UUID id,
      String number,
      TicketKind kind,
      String title,
      String severity,
      TicketState state,
      Instant openedAt,
      String openedBy,
      @Nullable Instant closedAt,
      UUID clientId,
      UUID contractId,
      @Nullable String serviceId,
      @Nullable UUID assetId,
      @Nullable UUID findingId,
      @Nullable String levelSubject,
      List<ClockItem> clocks) {
    static TicketItem of(Told told) {
      Ticket ticket = told.ticket();
      return new TicketItem(
          ticket.id(),
          ticket.number(),
          ticket.kind(),
          ticket.title(),
          ticket.severity().code(),
          ticket.state(),
          ticket.openedAt(),
          ticket.openedBy(),
          ticket.closedAt(),
          ticket.clientId(),
          ticket.contractId(),
          ticket.serviceId(),
          ticket.assetId(),
          ticket.findingId(),
          told.level() == null ? null : told.level().subject(),
          told.clocks().stream().map(ClockItem::of).toList());
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<TicketItem> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(defaultValue = "false") boolean pressed,
      PageRequest request) {
    Listing listing = new Listing(jdbc, "t.*", "ticket t", "t.opened_at desc, t.id");
    if (pressed) {
      listing.where(PRESSED);
    }
    Page<Ticket> page =
        listing
            .where("t.state = any(string_to_array(:state, ','))", "state", state)
            .where("t.kind = :kind", "kind", kind)
            .where("t.contract_id = :contract", "contract", contract)
            .search("t.title", "t.number", "t.body")
            .sort("openedAt", "t.opened_at")
            .sort("number", "t.number")
            .page(request, TicketRows::row);
    List<TicketItem> items = tickets.told(page.items()).stream().map(TicketItem::of).toList();
    return new Page<>(items, page.page(), page.size(), page.total());
  }

  /// One ticket with its log.
  record TicketPage(@JsonUnwrapped TicketItem ticket, String body, List<TicketEvent> history) {}

  @GetMapping("/{id}")
  @AllowedToSignedIn
  TicketPage one(@PathVariable UUID id) {
    Ticket ticket = rows.find(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    Told told = tickets.told(List.of(ticket)).getFirst();
    return new TicketPage(TicketItem.of(told), ticket.body(), told.log());
  }

  /// What somebody wants done.
  record NewTicket(
      UUID contractId,
      TicketKind kind,
      String title,
      @Nullable String body,
      @Nullable String severity,
      @Nullable String serviceId,
      @Nullable UUID assetId) {
    NewTicket {
      new Checks()
          .present("contractId", contractId)
          .present("kind", kind)
          .text("title", title, 200)
          .done();
    }

    TicketMatter matter() {
      return new TicketMatter(
          contractId,
          kind,
          severity == null ? Severity.MEDIUM : Severity.of(severity),
          title,
          body == null ? "" : body,
          serviceId,
          assetId,
          null);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  TicketPage open(@RequestBody NewTicket given) {
    return one(acts.open(given.matter(), Caller.current(), clock.instant()).id());
  }

  /// What somebody does about a ticket.
  record NewEvent(TicketEventType type, @Nullable String reason, @Nullable String text) {
    NewEvent {
      new Checks().present("type", type).done();
    }
  }

  @PostMapping("/{id}/events")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  TicketPage tell(@PathVariable UUID id, @RequestBody NewEvent given) {
    Caller caller = Caller.current();
    acts.act(
        id,
        new TicketEvent(
            clock.instant(), given.type(), null, caller.name(), given.reason(), given.text()),
        caller);
    return one(id);
  }
}
