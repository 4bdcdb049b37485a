package org.shouyue.server.drill;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Drills: prepare, start, break off, tick, sum up, close.
@RestController
@RequestMapping("/api/drills")
class DrillsController {
  private final DrillRows rows;
  private final Placements placements;
  private final Preparing preparing;
  private final DrillField field;
  private final Evaluation evaluation;
  private final Tickets tickets;
  private final InstantSource clock;

  DrillsController(
      DrillRows rows,
      Placements placements,
      Preparing preparing,
      DrillField field,
      Evaluation evaluation,
      Tickets tickets,
      InstantSource clock) {
    this.rows = rows;
    this.placements = placements;
    this.preparing = preparing;
    this.field = field;
    this.evaluation = evaluation;
    this.tickets = tickets;
    this.clock = clock;
  }

  /// An artefact as its page shows it.
  ///
  /// @param seeing the kinds of work that could notice it
  record Shown(
      @JsonUnwrapped PlacedArtefact artefact,
      String what,
      String noticing,
      List<Capability> seeing) {
    static Shown of(PlacedArtefact one) {
      return new Shown(
          one,
          Described.what(one.artefact()),
          Described.noticing(one),
          Noticing.seeing(one.artefact()).stream().sorted().toList());
    }
  }

  /// A ticket that came up on a drill asset while the drill ran.
  record Reaction(
      UUID ticketId,
      String number,
      String title,
      Instant openedAt,
      @Nullable Instant respondedAt,
      @Nullable Instant resolvedAt) {
    static Reaction of(Tickets.Told told) {
      return new Reaction(
          told.ticket().id(),
          told.ticket().number(),
          told.ticket().title(),
          told.ticket().openedAt(),
          first(told, TicketEventType.RESPOND),
          first(told, TicketEventType.RESOLVE));
    }

    private static @Nullable Instant first(Tickets.Told told, TicketEventType type) {
      return told.log().stream()
          .filter(event -> event.type() == type)
          .map(TicketEvent::at)
          .findFirst()
          .orElse(null);
    }
  }

  record DrillPage(
      @JsonUnwrapped Drill drill,
      List<Shown> artefacts,
      List<DrillRows.Step> steps,
      List<Reaction> reactions,
      List<DrillRows.Improvement> improvements,
      Score score) {}

  @GetMapping
  @AllowedToSignedIn
  Page<Drill> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return rows.page(contract, state, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  DrillPage one(@PathVariable UUID id) {
    Drill drill = rows.require(id);
    List<PlacedArtefact> artefacts = placements.of(id);
    List<DrillRows.Step> steps = rows.steps(id);
    return new DrillPage(
        drill,
        artefacts.stream().map(Shown::of).toList(),
        steps,
        reactions(drill, artefacts),
        rows.improvements(id),
        Score.of(drill, artefacts, steps));
  }

  private List<Reaction> reactions(Drill drill, List<PlacedArtefact> artefacts) {
    Instant started = drill.startedAt();
    if (started == null) {
      return List.of();
    }
    Instant until = Objects.requireNonNullElse(drill.endedAt(), clock.instant()).plusSeconds(1);
    List<UUID> assets = artefacts.stream().map(PlacedArtefact::assetId).toList();
    return tickets.of(drill.contractId(), started, until).stream()
        .filter(told -> assets.contains(told.ticket().assetId()))
        .map(Reaction::of)
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DrillPage prepare(@RequestBody Preparing.Scheme given) {
    return one(preparing.prepare(given));
  }

  /// Places the artefacts. Only the provider's manager starts a drill.
  @PostMapping("/{id}/start")
  @AllowedTo(Role.PROVIDER_MANAGER)
  DrillPage start(@PathVariable UUID id) {
    field.start(id);
    return one(id);
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  /// Breaks a drill off: whoever sees that something is wrong may do so, the client's people, too.
  @PostMapping("/{id}/abort")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  DrillPage abort(@PathVariable UUID id, @RequestBody Reason given) {
    end(id, "aborted", given.reason().strip());
    return one(id);
  }

  @PostMapping("/{id}/end")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DrillPage end(@PathVariable UUID id) {
    end(id, "finished", null);
    return one(id);
  }

  private void end(UUID id, String how, @Nullable String why) {
    String by = Caller.current().name();
    if (!field.end(id, new DrillRows.End(how, why, by, clock.instant()))) {
      throw Problem.conflict("wrong-state", "演练没有在进行");
    }
  }

  record Note(@Nullable String note) {
    String text() {
      return note == null ? "" : note.strip();
    }
  }

  @PostMapping("/{id}/steps/{n}/tick")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  DrillPage tick(@PathVariable UUID id, @PathVariable int n, @RequestBody Note given) {
    evaluation.tick(id, n, given.text());
    return one(id);
  }

  @PostMapping("/{id}/artefacts/{artefact}/noticed")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  DrillPage noticed(@PathVariable UUID id, @PathVariable UUID artefact, @RequestBody Note given) {
    evaluation.noticed(id, artefact, given.text());
    return one(id);
  }

  record Summary(String summary, @Nullable List<String> improvements) {
    Summary {
      improvements = improvements == null ? List.of() : List.copyOf(improvements);
      new Checks()
          .text("summary", summary, 20_000)
          .that(
              improvements.stream().noneMatch(String::isBlank), "improvements", "must not be empty")
          .done();
    }
  }

  @PutMapping("/{id}/summary")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DrillPage sumUp(@PathVariable UUID id, @RequestBody Summary given) {
    evaluation.sumUp(
        id, given.summary().strip(), Objects.requireNonNullElse(given.improvements(), List.of()));
    return one(id);
  }

  @PostMapping("/{id}/improvements/{n}/ticket")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DrillPage ticket(@PathVariable UUID id, @PathVariable int n) {
    evaluation.ticket(id, n);
    return one(id);
  }

  @PostMapping("/{id}/close")
  @AllowedTo(Role.PROVIDER_MANAGER)
  DrillPage close(@PathVariable UUID id) {
    evaluation.close(id);
    return one(id);
  }
}
