package org.shouyue.server.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that waits for the clock. Real time calls [#at] every second, a replay at each instant
/// that somebody named in [#next]; both with all clients in scope, in any order, on several nodes
/// at once.
public interface Timed {

  /// The next instant after this one at which there is something to do; null when there is none.
  @Nullable Instant next(Instant now);

  /// Does what is due by now.
  void at(Instant now);
}
