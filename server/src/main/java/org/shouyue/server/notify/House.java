package org.shouyue.server.notify;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;

/// The platform itself, in the place of a client, where notices concern none. No client has this
/// identifier, and nobody but this room sees its rows.
final class House {
  static final UUID ID = new UUID(0, 0);

  private House() {}

  /// All clients and the house, for those who carry notices.
  static TenantScope everybody(Clients clients) {
    return with(clients.everyId());
  }

  /// What the caller sees, and the house: for their own inbox only.
  static TenantScope withVisible() {
    return with(TenantScope.visible());
  }

  private static TenantScope with(Collection<UUID> clients) {
    Set<UUID> all = new LinkedHashSet<>(clients);
    all.add(ID);
    return TenantScope.of(all);
  }
}
