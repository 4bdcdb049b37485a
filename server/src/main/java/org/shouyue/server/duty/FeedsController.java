package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.duty.DutyViews.Called;
import org.shouyue.server.duty.DutyViews.ShownShift;
import org.shouyue.server.duty.Feeds.Feed;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToAll;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Shifts in people's own calendars.
@RestController
@RequestMapping("/api/duty")
final class FeedsController {
  private static final int BACK_DAYS = 31;
  private static final int AHEAD_DAYS = 61;

  private final Feeds feeds;
  private final RosterDesk desk;
  private final DutyViews views;
  private final Clients clients;
  private final InstantSource clock;

  FeedsController(
      Feeds feeds, RosterDesk desk, DutyViews views, Clients clients, InstantSource clock) {
    this.feeds = feeds;
    this.desk = desk;
    this.views = views;
    this.clients = clients;
    this.clock = clock;
  }

  /// @param rosterId which roster's shifts; null for the caller's own
  record NewFeed(@Nullable UUID rosterId) {}

  /// @param path where a calendar program fetches it; shown this once
  record AddedFeed(UUID id, String path) {}

  @GetMapping("/feeds")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<Feed> list() {
    return feeds.madeBy(Caller.current().id());
  }

  @PostMapping("/feeds")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  AddedFeed add(@RequestBody NewFeed given) {
    UUID id = UUID.randomUUID();
    UUID self = Caller.current().id();
    UUID roster = given.rosterId() == null ? null : desk.require(given.rosterId()).id();
    String token = feeds.add(id, roster, roster == null ? self : null, clock.instant(), self);
    return new AddedFeed(id, "/api/duty/calendar/" + token);
  }

  @DeleteMapping("/feeds/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void revoke(@PathVariable UUID id) {
    if (!feeds.revoke(id, Caller.current().id(), clock.instant())) {
      throw Problem.notFound("feed", id);
    }
  }

  @GetMapping("/calendar/{token}")
  @AllowedToAll(because = "calendar programs cannot sign in: the address holds 192 random bits")
  ResponseEntity<String> calendar(@PathVariable String token) {
    Feed feed = feeds.find(token).orElseThrow(() -> Problem.notFound("calendar", "here"));
    UUID roster = feed.roster();
    String text =
        TenantScope.of(roster == null ? clients.everyId() : feeds.clientsOf(roster))
            .call(() -> roster == null ? ofPerson(feed) : ofRoster(desk.require(roster)));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header("Cache-Control", "private, max-age=300")
        .body(text);
  }

  private String ofRoster(Roster roster) {
    Instant now = clock.instant();
    CalendarText calendar = new CalendarText(roster.name(), now);
    for (ShownShift shift :
        views.shifts(
            roster, now.minus(Duration.ofDays(BACK_DAYS)), now.plus(Duration.ofDays(AHEAD_DAYS)))) {
      String people =
          shift.people().isEmpty()
              ? "无人值班"
              : shift.people().stream().map(Called::name).collect(Collectors.joining("、"));
      add(calendar, shift, people + " · " + roster.name());
    }
    return calendar.text();
  }

  private String ofPerson(Feed feed) {
    CalendarText calendar = new CalendarText("我的值班", clock.instant());
    UUID person = feed.person();
    if (person != null) {
      views.of(person, AHEAD_DAYS).forEach(shift -> add(calendar, shift, "值班 · " + shift.roster()));
    }
    return calendar.text();
  }

  private static void add(CalendarText calendar, ShownShift shift, String summary) {
    String uid = "%s-%d@shouyue".formatted(shift.rosterId(), shift.from().getEpochSecond());
    calendar.event(uid, shift.from(), shift.to(), summary);
  }
}
