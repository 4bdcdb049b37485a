package org.shouyue.server.duty;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.duty.PeriodViews.MyShift;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
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
import org.springframework.web.multipart.MultipartFile;

/// Shifts on site, for those who are on them.
@RestController
@RequestMapping("/api/duty/shifts")
final class ShiftsController {
  private final ShiftDesk shifts;
  private final PeriodDesk desk;
  private final PeriodViews views;
  private final InstantSource clock;

  ShiftsController(ShiftDesk shifts, PeriodDesk desk, PeriodViews views, InstantSource clock) {
    this.shifts = shifts;
    this.desk = desk;
    this.views = views;
    this.clock = clock;
  }

  /// @param person null for nobody yet
  record Named(@Nullable UUID person) {}

  record HandOver(String note) {
    HandOver {
      new Checks().text("note", note, 4000).done();
    }
  }

  /// @param found null for nothing out of the ordinary
  record NewEntry(String checked, @Nullable String found, @Nullable UUID ticketId) {
    NewEntry {
      new Checks()
          .text("checked", checked, 2000)
          .that(found == null || found.length() <= 4000, "found", "must not be longer than 4000")
          .done();
      found = found == null || found.isBlank() ? null : found.strip();
    }
  }

  @GetMapping("/mine")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<MyShift> mine() {
    return views.ofPerson(Caller.current().id(), clock.instant());
  }

  @PutMapping("/{id}/person")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.PROVIDER_MANAGER)
  void assign(@PathVariable UUID id, @RequestBody Named given) {
    desk.assign(id, given.person());
  }

  @PostMapping("/{id}/check-in")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void checkIn(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String place)
      throws IOException {
    new Checks()
        .that(place == null || place.length() <= 200, "place", "must not be longer than 200")
        .done();
    ShiftDesk.Shown shown =
        file == null || file.isEmpty()
            ? null
            : new ShiftDesk.Shown(
                Objects.requireNonNullElse(file.getOriginalFilename(), "签到"),
                Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
                file.getBytes());
    shifts.checkIn(id, place == null || place.isBlank() ? null : place.strip(), shown);
  }

  @PostMapping("/{id}/take-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void takeOver(@PathVariable UUID id) {
    shifts.takeOver(id);
  }

  @PostMapping("/{id}/check-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void checkOut(@PathVariable UUID id, @RequestBody HandOver given) {
    shifts.checkOut(id, given.note().strip());
  }

  @PostMapping("/{id}/entries")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DutyController.Added write(@PathVariable UUID id, @RequestBody NewEntry given) {
    return new DutyController.Added(
        shifts.write(id, given.checked().strip(), given.found(), given.ticketId()));
  }
}
