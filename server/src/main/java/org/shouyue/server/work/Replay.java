package org.shouyue.server.work;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.shouyue.server.clock.ServerClock;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Lets replayed time pass: from one instant at which something is due to the next, and never on
/// before everything that was due is done.
@Component
class Replay {
  private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(60).toNanos();
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(3).toNanos();

  private final ClockWork work;
  private final ServerClock clock;
  private final Runs runs;
  private final ReentrantLock lock = new ReentrantLock();

  Replay(ClockWork work, ServerClock clock, Runs runs) {
    this.work = work;
    this.clock = clock;
    this.runs = runs;
  }

  /// Where the clock stands afterwards, and how many runs finished on the way.
  record Moved(Instant now, int runsFinished) {}

  /// Moves the clock to an instant.
  ///
  /// @param untilFound whether to stop on the way as soon as a run has found something
  Moved to(Instant to, boolean untilFound) {
    refuse(to);
    if (!lock.tryLock()) {
      throw Problem.conflict("clock-moving", "时钟正在推进，请等它停下再试");
    }
    try {
      return work.everyone().call(() -> move(to, untilFound));
    } finally {
      lock.unlock();
    }
  }

  private void refuse(Instant to) {
    if (!clock.replayed()) {
      throw Problem.conflict(
          "clock-not-replayed", "系统时钟不能推进；以 SHOUYUE_CLOCK=replay:<时刻> 启动的服务器才可以");
    }
    if (to.isBefore(clock.instant())) {
      throw Problem.invalid("to", "must not lie before " + clock.instant());
    }
  }

  private Moved move(Instant to, boolean untilFound) {
    int before = runs.finished();
    int found = runs.withFindings();
    Instant now = clock.instant();
    settle();
    while (now.isBefore(to) && !(untilFound && runs.withFindings() > found)) {
      Instant next = work.next(now, to);
      now = next.isAfter(now) ? next : to;
      clock.moveTo(now);
      settle();
    }
    return new Moved(now, runs.finished() - before);
  }

  /// Does everything that is due and waits until it is done. What a run makes due later, such as
  /// another try or a warning, is found by the search for the next instant.
  private void settle() {
    work.tick();
    awaitRuns();
  }

  /// Waits until no run is queued or running.
  private void awaitRuns() {
    long until = System.nanoTime() + LONGEST_WAIT_NANOS;
    while (runs.unfinished() > 0) {
      if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
        throw Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "runs-stuck",
            "到期的执行一分钟内没有结束；时钟停在 " + clock.instant() + "，稍后可继续推进");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
