package org.shouyue.server.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The dispatcher as one of the things that wait for the clock.
@Component
class RunsDue implements Timed {
  private final Dispatcher dispatcher;

  RunsDue(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public @Nullable Instant next(Instant now) {
    return dispatcher.next();
  }

  @Override
  public void at(Instant now) {
    while (dispatcher.dispatch(now) >= Dispatcher.AT_ONCE) {
      // each round is a transaction of its own, so that other nodes may take the next
    }
  }
}
