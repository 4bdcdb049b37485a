package org.shouyue.server.portal;

import java.util.List;
import org.shouyue.server.tenant.Caller;

/// Where a room tells what waits for a person. Asked within the caller's scope, in a read-only
/// transaction; answers the most pressing ones first, and no more than [#MOST].
public interface Awaiting {
  int MOST = 50;

  /// What waits for this person now; empty for somebody whose role may not do it.
  List<Awaited> of(Caller caller);
}
