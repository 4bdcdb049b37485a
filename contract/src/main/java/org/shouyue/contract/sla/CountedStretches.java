package org.shouyue.contract.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows the events of one ticket for one clock and keeps the stretches in which it counted.
final class CountedStretches {

  private final ClockKind kind;
  private final PausePolicy pauses;
  private final List<Stretch> closed = new ArrayList<>();
  private final List<SlaEvent> refusedPauses = new ArrayList<>();
  private @Nullable Instant runningSince;
  private @Nullable Instant stopped;
  private boolean paused;

  /// Time in which the clock counted.
  record Stretch(Instant from, Instant to) {}

  CountedStretches(ClockKind kind, PausePolicy pauses, Instant opened) {
    this.kind = kind;
    this.pauses = pauses;
    this.runningSince = opened;
  }

  void follow(SlaEvent event) {
    switch (event.type()) {
      case OPENED -> {}
      case RESPONDED -> stopIf(kind == ClockKind.RESPOND, event.at());
      case ARRIVED -> stopIf(kind == ClockKind.RESPOND || kind == ClockKind.ON_SITE, event.at());
      case RESOLVED -> stopIf(kind != ClockKind.FEEDBACK, event.at());
      case TOLD -> stopIf(kind == ClockKind.FEEDBACK, event.at());
      case CLOSED -> stopIf(true, event.at());
      case REOPENED -> reopen(event.at());
      case PAUSED -> pause(event);
      case RESUMED -> resume(event.at());
    }
  }

  /// Stretches that have ended, in order.
  List<Stretch> closed() {
    return closed;
  }

  /// Since when it counts without end; null while it is paused or stopped.
  @Nullable Instant runningSince() {
    return runningSince;
  }

  @Nullable Instant stopped() {
    return stopped;
  }

  boolean paused() {
    return paused;
  }

  List<SlaEvent> refusedPauses() {
    return refusedPauses;
  }

  private void stopIf(boolean concerned, Instant at) {
    if (concerned && stopped == null) {
      endStretch(at);
      stopped = at;
      paused = false;
    }
  }

  private void reopen(Instant at) {
    if (kind == ClockKind.RESOLVE && stopped != null) {
      stopped = null;
      runningSince = at;
    }
  }

  private void pause(SlaEvent event) {
    if (stopped != null || !pauses.clocks().contains(kind)) {
      return;
    }
    if (event.reason() == null || !pauses.allows(event.reason())) {
      refusedPauses.add(event);
    } else if (!paused) {
      endStretch(event.at());
      paused = true;
    }
  }

  private void resume(Instant at) {
    if (paused) {
      paused = false;
      runningSince = at;
    }
  }

  private void endStretch(Instant at) {
    if (runningSince != null) {
      closed.add(new Stretch(runningSince, at));
      runningSince = null;
    }
  }
}
