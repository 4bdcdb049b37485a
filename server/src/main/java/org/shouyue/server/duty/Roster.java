package org.shouyue.server.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A roster: who is on call for one client, or for several.
///
/// @param clients those of its clients that the caller may see
/// @param clientNames their names, in the same order
/// @param fallback who is called when nobody else is there; null for nobody
/// @param autoSwap whether a swap that both want needs no manager
/// @param layers those that hold now, uppermost first
/// @param retiredAt when it was given up; null while it counts
record Roster(
    UUID id,
    String name,
    ZoneId zone,
    List<UUID> clients,
    List<String> clientNames,
    @Nullable UUID fallback,
    boolean autoSwap,
    List<Layer> layers,
    Instant createdAt,
    @Nullable Instant retiredAt) {
  Roster {
    clients = List.copyOf(clients);
    clientNames = List.copyOf(clientNames);
    layers = List.copyOf(layers);
  }

  /// The client to whose name what is told about the whole roster is put down.
  UUID client() {
    return clients.getFirst();
  }
}
