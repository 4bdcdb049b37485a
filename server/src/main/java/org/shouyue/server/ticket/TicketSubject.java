package org.shouyue.server.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a room above tells that a ticket is the work of something of its own: a request, a change,
/// an incident. Asked whenever a ticket is shown, in a read-only transaction of the caller's scope.
public interface TicketSubject {

  /// The thing that a ticket is the work of.
  ///
  /// @param kind `request`, `change` and so on; the pages know its name
  /// @param label what the thing is called; empty when it is called as the ticket is
  /// @param path its page, `/requests/0197…`
  record Subject(String kind, String label, String path) {}

  /// The thing; null when this room has nothing to do with the ticket.
  @Nullable Subject of(UUID ticket);
}
