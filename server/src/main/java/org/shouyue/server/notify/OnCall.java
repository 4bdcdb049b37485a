package org.shouyue.server.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Who of the provider's people is to be called for a client, told by the room that keeps the
/// rosters.
public interface OnCall {

  /// The people on call at that instant, who is called first in front; empty when nobody is.
  List<UUID> onCall(UUID client, Instant at);
}
