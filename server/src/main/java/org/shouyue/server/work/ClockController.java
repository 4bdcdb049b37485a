package org.shouyue.server.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.ServerClock;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The clock that contracts are served by.
@RestController
@RequestMapping("/api/clock")
class ClockController {
  private final ServerClock clock;
  private final Replay replay;

  ClockController(ServerClock clock, Replay replay) {
    this.clock = clock;
    this.replay = replay;
  }

  /// What time it is, and whether it can be moved.
  record ClockPage(Instant now, boolean replayed) {}

  @GetMapping
  @AllowedToSignedIn
  ClockPage now() {
    return new ClockPage(clock.instant(), clock.replayed());
  }

  /// Where the clock is to go.
  ///
  /// @param untilFound true to stop on the way as soon as a run has found something, so that people
  ///   can react; null is false
  record NewPosition(Instant to, @Nullable Boolean untilFound) {
    NewPosition {
      new Checks().present("to", to).done();
    }
  }

  @PostMapping
  @AllowedTo(Role.PROVIDER_MANAGER)
  Replay.Moved move(@RequestBody NewPosition given) {
    return replay.to(given.to(), Boolean.TRUE.equals(given.untilFound()));
  }
}
