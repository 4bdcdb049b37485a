package org.shouyue.server.ticket;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.GoverningContracts.Governing;
import org.shouyue.server.ticket.TicketListing.Wanted;
import org.shouyue.server.ticket.TicketViews.TicketItem;
import org.shouyue.server.ticket.TicketViews.TicketPage;
import org.shouyue.server.work.Severity;
import org.springframework.http.HttpStatus;
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
  private final TicketListing listing;
  private final TicketViews views;
  private final TicketActs acts;
  private final TicketComments comments;
  private final GoverningContracts contracts;
  private final Assets assets;
  private final Agreements agreements;
  private final InstantSource clock;

  TicketsController(
      TicketListing listing,
      TicketViews views,
      TicketActs acts,
      TicketComments comments,
      GoverningContracts contracts,
      Assets assets,
      Agreements agreements,
      InstantSource clock) {
    this.listing = listing;
    this.views = views;
    this.acts = acts;
    this.comments = comments;
    this.contracts = contracts;
    this.assets = assets;
    this.agreements = agreements;
    this.clock = clock;
  }

  @GetMapping
  @AllowedToSignedIn
  Page<TicketItem> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(defaultValue = "false") boolean watched,
      @RequestParam(defaultValue = "false") boolean pressed,
      PageRequest request) {
    Wanted wanted =
        new Wanted(state, kind, severity, client, contract, assignee, about, watched, pressed);
    Page<Ticket> page = listing.page(wanted, request);
    return new Page<>(views.items(page.items()), page.page(), page.size(), page.total());
  }

  /// The same list as an export: each clock in columns of its own.
  @Hidden
  @GetMapping(params = "format=csv")
  @AllowedToSignedIn
  Page<TicketRow> export(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(defaultValue = "false") boolean watched,
      @RequestParam(defaultValue = "false") boolean pressed,
      PageRequest request) {
    Page<TicketItem> page =
        list(state, kind, severity, client, contract, assignee, about, watched, pressed, request);
    List<TicketRow> exported = page.items().stream().map(TicketRow::of).toList();
    return new Page<>(exported, page.page(), page.size(), page.total());
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  TicketPage one(@PathVariable UUID id) {
    return views.page(id);
  }

  /// What somebody wants done.
  ///
  /// @param contractId null to let the asset tell
  /// @param grade of fault or event, as the contract prints it; null to let the severity tell
  record NewTicket(
      @Nullable UUID contractId,
      TicketKind kind,
      String title,
      @Nullable String body,
      @Nullable String severity,
      @Nullable String serviceId,
      @Nullable UUID assetId,
      @Nullable String grade) {
    NewTicket {
      new Checks()
          .that(contractId != null || assetId != null, "contractId", "must be given, or an assetId")
          .present("kind", kind)
          .text("title", title, 200)
          .that(
              body == null || body.length() <= TicketComments.LONGEST,
              "body",
              "must not be longer than " + TicketComments.LONGEST)
          .done();
    }

    Severity worst() {
      return severity == null ? Severity.MEDIUM : Severity.of(severity);
    }

    TicketMatter matter(UUID contract) {
      return new TicketMatter(
          contract,
          kind,
          worst(),
          title,
          body == null ? "" : body,
          serviceId,
          assetId,
          null,
          grade);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  TicketPage open(@RequestBody NewTicket given) {
    Instant now = clock.instant();
    Governing governing = governing(given, now);
    TicketMatter matter = given.matter(governing.contractId());
    return one(acts.open(matter, Caller.current(), now, governing.doubt()).id());
  }

  /// By what a ticket would be measured if it were opened now: for those who fill the form in.
  @GetMapping("/level")
  @AllowedToSignedIn
  LevelPreview level(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable UUID asset,
      @RequestParam String kind,
      @RequestParam(defaultValue = "medium") String severity,
      @RequestParam(required = false) @Nullable String grade) {
    NewTicket asked = new NewTicket(contract, kind(kind), "?", null, severity, null, asset, grade);
    Governing governing = governing(asked, clock.instant());
    return LevelPreview.of(
        agreements.requireSigned(governing.contractId()).contract(),
        asked.kind(),
        asked.worst(),
        grade,
        governing.doubt());
  }

  private static TicketKind kind(String code) {
    try {
      return TicketKind.of(code);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("kind", String.valueOf(e.getMessage()));
    }
  }

  private Governing governing(NewTicket given, Instant now) {
    UUID contract = given.contractId();
    UUID asset = given.assetId();
    if (contract == null && asset != null) {
      return contracts.of(asset, given.kind(), given.worst(), now);
    }
    if (asset != null && assets.find(asset).isEmpty()) {
      throw Problem.notFound("asset", asset);
    }
    return new Governing(Objects.requireNonNull(contract), null);
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
    String text = given.text();
    if (given.type() == TicketEventType.COMMENT && text != null && !text.isBlank()) {
      var comment = new TicketComments.Comment(caller.name(), caller.id(), text, clock.instant());
      comments.add(id, comment, List.of());
      return one(id);
    }
    acts.act(
        id,
        new TicketEvent(
            clock.instant(), given.type(), null, caller.name(), given.reason(), given.text()),
        caller);
    return one(id);
  }
}
