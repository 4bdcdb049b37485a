package org.shouyue.server.clock;

import java.time.Instant;
import java.time.InstantSource;

/// The clock by which contracts are served. It is the one [InstantSource] bean.
public sealed interface ServerClock extends InstantSource permits SystemClock, ReplayClock {

  /// `live` or `replay`: what evidence made under this clock says about its time.
  String origin();

  /// Whether this clock moves only when told to.
  default boolean replayed() {
    return this instanceof ReplayClock;
  }

  /// Moves a replayed clock forward.
  ///
  /// @throws IllegalStateException when the clock is not replayed
  /// @throws IllegalArgumentException when the time lies before the present position
  void moveTo(Instant instant);
}
