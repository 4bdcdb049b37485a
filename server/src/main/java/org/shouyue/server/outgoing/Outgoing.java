package org.shouyue.server.outgoing;

import java.util.Set;
import java.util.UUID;

/// Something that is about to leave.
///
/// @param clients whose data it holds; none for the platform's own
/// @param name the file's name, whose ending tells how it can be marked
/// @param marking whether the bytes may be changed
/// @param shown whether it is shown on a page and not saved: written down and marked as everything
///   else, but without asking the client, who lets these people see the same on every page
public record Outgoing(Set<UUID> clients, String name, Marking marking, boolean shown) {
  public Outgoing {
    clients = Set.copyOf(clients);
  }

  /// A file that we write and may therefore mark.
  public static Outgoing written(UUID client, String name) {
    return new Outgoing(Set.of(client), name, Marking.WRITTEN, false);
  }

  /// A file whose digest is promised elsewhere.
  public static Outgoing kept(UUID client, String name) {
    return new Outgoing(Set.of(client), name, Marking.KEPT, false);
  }

  /// The same, shown on a page.
  public Outgoing onPage() {
    return new Outgoing(clients, name, marking, true);
  }
}
