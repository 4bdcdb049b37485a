package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.duty.DutyViews.Now;
import org.shouyue.server.duty.DutyViews.ShownShift;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rosters: who is on call, where nobody will be.
@RestController
@RequestMapping("/api/duty")
final class DutyController {
  private static final Duration LONGEST = Duration.ofDays(92);

  private final RosterDesk desk;
  private final Rosters rosters;
  private final StandIns standIns;
  private final DutyViews views;
  private final InstantSource clock;

  DutyController(
      RosterDesk desk, Rosters rosters, StandIns standIns, DutyViews views, InstantSource clock) {
    this.desk = desk;
    this.rosters = rosters;
    this.standIns = standIns;
    this.views = views;
    this.clock = clock;
  }

  /// A stretch of time that somebody takes over.
  record NewStandIn(UUID person, @Nullable UUID instead, Instant from, Instant to, String reason) {
    NewStandIn {
      stretch(from, to).present("person", person).text("reason", reason, 500).done();
    }
  }

  /// A time in which somebody is away.
  record NewAbsence(UUID person, Instant from, Instant to, String reason) {
    NewAbsence {
      stretch(from, to).present("person", person).text("reason", reason, 500).done();
    }
  }

  record Added(UUID id) {}

  @GetMapping("/now")
  @AllowedToSignedIn
  List<Now> now(@RequestParam(required = false) @Nullable UUID client) {
    return views.now(client);
  }

  @GetMapping("/gaps")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<ShownShift> gaps(@RequestParam(defaultValue = "14") int days) {
    new Checks().that(days >= 1 && days <= 92, "days", "must be from 1 to 92").done();
    return views.gaps(days);
  }

  @GetMapping("/mine")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<ShownShift> mine(@RequestParam(defaultValue = "31") int days) {
    new Checks().that(days >= 1 && days <= 92, "days", "must be from 1 to 92").done();
    return views.of(Caller.current().id(), days);
  }

  @GetMapping("/rosters")
  @AllowedToSignedIn
  Page<Roster> list(@RequestParam(required = false) @Nullable UUID client, PageRequest request) {
    return rosters.page(client, request);
  }

  @GetMapping("/rosters/{id}")
  @AllowedToSignedIn
  Roster one(@PathVariable UUID id) {
    return desk.require(id);
  }

  @PostMapping("/rosters")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  Roster add(@RequestBody RosterDraft draft) {
    return one(desk.add(draft));
  }

  @PutMapping("/rosters/{id}")
  @AllowedTo(Role.PROVIDER_MANAGER)
  Roster change(@PathVariable UUID id, @RequestBody RosterDraft draft) {
    desk.change(id, draft);
    return one(id);
  }

  @DeleteMapping("/rosters/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.PROVIDER_MANAGER)
  void retire(@PathVariable UUID id) {
    desk.retire(id);
  }

  @GetMapping("/rosters/{id}/shifts")
  @AllowedToSignedIn
  List<ShownShift> shifts(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    Roster roster = desk.require(id);
    Instant begin = from == null ? clock.instant() : from;
    Instant end = to == null ? begin.plus(Duration.ofDays(31)) : to;
    stretch(begin, end)
        .that(Duration.between(begin, end).compareTo(LONGEST) <= 0, "to", "is more than 92 days on")
        .done();
    return views.shifts(roster, begin, end);
  }

  @GetMapping("/rosters/{id}/stand-ins")
  @AllowedToSignedIn
  List<StandIn> standIns(@PathVariable UUID id) {
    Instant now = clock.instant();
    return standIns.of(desk.require(id).id(), now, now.plus(LONGEST));
  }

  @PostMapping("/rosters/{id}/stand-ins")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  Added standIn(@PathVariable UUID id, @RequestBody NewStandIn given) {
    return new Added(
        desk.standIn(
            id,
            new StandIn(
                UUID.randomUUID(),
                given.person(),
                given.instead(),
                given.from(),
                given.to(),
                given.reason().strip(),
                Caller.current().name(),
                null)));
  }

  @DeleteMapping("/stand-ins/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.PROVIDER_MANAGER)
  void revoke(@PathVariable UUID id) {
    desk.revokeStandIn(id);
  }

  @GetMapping("/absences")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<Absence> absences(@RequestParam(required = false) @Nullable UUID person) {
    Instant now = clock.instant();
    UUID whose = Caller.current().role() == Role.PROVIDER_MANAGER ? person : Caller.current().id();
    return desk.absences(whose, now, now.plus(Duration.ofDays(366)));
  }

  @PostMapping("/absences")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Added away(@RequestBody NewAbsence given) {
    return new Added(
        desk.away(
            new Absence(
                UUID.randomUUID(),
                given.person(),
                given.from(),
                given.to(),
                given.reason().strip())));
  }

  @DeleteMapping("/absences/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void back(@PathVariable UUID id) {
    desk.back(id);
  }

  static Checks stretch(@Nullable Instant from, @Nullable Instant to) {
    return new Checks()
        .present("from", from)
        .present("to", to)
        .that(from == null || to == null || from.isBefore(to), "to", "must be after from");
  }
}
