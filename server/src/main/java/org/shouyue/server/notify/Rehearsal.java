package org.shouyue.server.notify;

import org.shouyue.server.clock.ServerClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What becomes of messages while the clock is replayed. They are kept and not sent; with
/// `shouyue.replay-sends=true` they go out, marked so that nobody takes them for real.
@Component
class Rehearsal {
  private final boolean replayed;
  private final boolean sends;

  Rehearsal(ServerClock clock, @Value("${shouyue.replay-sends:false}") boolean sends) {
    this.replayed = clock.replayed();
    this.sends = sends;
  }

  /// Whether what is queued now stays here.
  boolean holds() {
    return replayed && !sends;
  }

  /// A text as it goes out.
  String marked(String text, String locale) {
    return replayed ? (locale.startsWith("en") ? "[REPLAY] " : "【重放演练】") + text : text;
  }
}
