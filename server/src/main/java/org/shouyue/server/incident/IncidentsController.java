package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Severity;
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

/// Incidents: declare, look at, grade, move on, sum up, close.
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {
  private final Incidents incidents;
  private final Opening opening;
  private final Grading grading;
  private final Response response;
  private final IncidentPaper paper;
  private final RoomView rooms;

  IncidentsController(
      Incidents incidents,
      Opening opening,
      Grading grading,
      Response response,
      IncidentPaper paper,
      RoomView rooms) {
    this.incidents = incidents;
    this.opening = opening;
    this.grading = grading;
    this.response = response;
    this.paper = paper;
    this.rooms = rooms;
  }

  /// One incident in a list.
  record Line(@JsonUnwrapped Incident incident, Incident.Measures measures) {}

  @GetMapping
  @AllowedToSignedIn
  Page<Line> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String phase,
      @RequestParam(required = false) @Nullable String grade,
      @RequestParam(required = false) @Nullable String category,
      PageRequest request) {
    Page<Incident> page =
        incidents.page(new Incidents.Wanted(contract, phase, grade, category), request);
    return new Page<>(
        page.items().stream().map(one -> new Line(one, one.measures())).toList(),
        page.page(),
        page.size(),
        page.total());
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  RoomView.Room one(@PathVariable UUID id) {
    return rooms.of(id);
  }

  /// What an incident is declared from: a finding, a ticket, or a report with contract and title.
  record NewIncident(
      @Nullable UUID findingId,
      @Nullable UUID ticketId,
      @Nullable UUID contractId,
      @Nullable String title,
      @Nullable String severity,
      @Nullable UUID assetId,
      @Nullable Category category,
      @Nullable Operator operator,
      @Nullable Instant occurredAt) {
    NewIncident {
      if (findingId == null && ticketId == null) {
        new Checks().present("contractId", contractId).text("title", title, 200).done();
      }
    }

    Opening.Given given() {
      return new Opening.Given(
          category == null ? Category.OTHER : category,
          operator == null ? Operator.OTHER : operator,
          occurredAt);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room open(@RequestBody NewIncident given) {
    return rooms.of(opened(given));
  }

  private UUID opened(NewIncident given) {
    if (given.findingId() != null) {
      return opening.fromFinding(given.findingId(), given.given());
    }
    if (given.ticketId() != null) {
      return opening.fromTicket(given.ticketId(), given.given());
    }
    if (given.contractId() == null || given.title() == null) {
      throw Problem.invalid("contractId", "must be given");
    }
    Severity severity = given.severity() == null ? Severity.HIGH : Severity.of(given.severity());
    return opening.reported(
        given.contractId(), given.title().strip(), severity, given.assetId(), given.given());
  }

  /// What follows from these factors, before anybody confirms it.
  record Proposal(Grade grade) {}

  @PostMapping("/proposal")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Proposal propose(@RequestBody Factors factors) {
    new Checks()
        .present("importance", factors.importance())
        .present("loss", factors.loss())
        .present("impact", factors.impact())
        .done();
    return new Proposal(factors.proposal());
  }

  @PutMapping("/{id}/grade")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room grade(@PathVariable UUID id, @RequestBody Grading.Given given) {
    grading.confirm(id, given);
    return rooms.of(id);
  }

  record Move(Phase to, @Nullable String reason) {
    Move {
      new Checks().present("to", to).done();
    }
  }

  @PostMapping("/{id}/phase")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room move(@PathVariable UUID id, @RequestBody Move given) {
    response.move(id, given.to(), given.reason());
    return rooms.of(id);
  }

  record Reviewed(
      @Nullable String description,
      @Nullable String handling,
      @Nullable String rootCause,
      @Nullable String tracking,
      @Nullable String lessons,
      @Nullable UUID planId) {
    Incident.Review review() {
      return new Incident.Review(
          plain(description), plain(handling), plain(rootCause), plain(tracking), plain(lessons));
    }

    private static String plain(@Nullable String text) {
      return text == null ? "" : text.strip();
    }
  }

  @PutMapping("/{id}/review")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room review(@PathVariable UUID id, @RequestBody Reviewed given) {
    response.review(id, given.review(), given.planId());
    return rooms.of(id);
  }

  /// Draws the post-incident report up.
  @PostMapping("/{id}/report")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room draw(@PathVariable UUID id) {
    paper.draw(id);
    return rooms.of(id);
  }

  @PostMapping("/{id}/confirm")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  RoomView.Room confirm(@PathVariable UUID id) {
    response.confirm(id);
    return rooms.of(id);
  }
}
