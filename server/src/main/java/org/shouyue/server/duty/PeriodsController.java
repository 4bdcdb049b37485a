package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.duty.PeriodViews.ShownPeriod;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
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

/// Special periods: what is planned, who is named, how much of it is covered.
@RestController
@RequestMapping("/api/duty/periods")
final class PeriodsController {
  private static final Duration LONGEST = Duration.ofDays(62);

  private final PeriodDesk desk;
  private final PeriodViews views;

  PeriodsController(PeriodDesk desk, PeriodViews views) {
    this.desk = desk;
    this.views = views;
  }

  /// An event that the client tells of.
  record NewPeriod(UUID contractId, String name, Instant from, Instant to, @Nullable String place) {
    NewPeriod {
      DutyController.stretch(from, to)
          .present("contractId", contractId)
          .text("name", name, 100)
          .that(
              from == null || to == null || Duration.between(from, to).compareTo(LONGEST) <= 0,
              "to",
              "must not be more than 62 days on")
          .that(place == null || place.length() <= 200, "place", "must not be longer than 200")
          .done();
    }
  }

  /// How the shifts are cut and filled.
  ///
  /// @param handover when the first whole shift begins; null for 08:00
  /// @param hours how long each is; 0 for 12
  /// @param people one a shift, in order, again and again
  record NewFilling(@Nullable LocalTime handover, int hours, List<UUID> people) {
    NewFilling {
      new Checks()
          .that(hours >= 0 && hours <= 24, "hours", "must be from 1 to 24")
          .present("people", people)
          .done();
    }
  }

  record Place(String place) {
    Place {
      new Checks().text("place", place, 200).done();
    }
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<ShownPeriod> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return views.page(client, state, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  PeriodViews.WholePeriod one(@PathVariable UUID id) {
    return views.whole(desk.require(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  PeriodViews.WholePeriod add(@RequestBody NewPeriod given) {
    return one(
        desk.tell(
            new PeriodDesk.Told(
                given.contractId(),
                given.name().strip(),
                given.from(),
                given.to(),
                given.place())));
  }

  @PostMapping("/{id}/filling")
  @AllowedTo(Role.PROVIDER_MANAGER)
  PeriodViews.WholePeriod fill(@PathVariable UUID id, @RequestBody NewFilling given) {
    desk.fill(
        id,
        new PeriodDesk.Filling(
            Objects.requireNonNullElse(given.handover(), LocalTime.of(8, 0)),
            Duration.ofHours(given.hours() == 0 ? 12 : given.hours()),
            given.people()));
    return one(id);
  }

  @PutMapping("/{id}/place")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  PeriodViews.WholePeriod place(@PathVariable UUID id, @RequestBody Place given) {
    desk.place(id, given.place().strip());
    return one(id);
  }

  @PostMapping("/{id}/cancel")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  PeriodViews.WholePeriod cancel(@PathVariable UUID id, @RequestBody Reason given) {
    desk.cancel(id, given.reason().strip());
    return one(id);
  }
}
