package org.shouyue.server.tenant;

import java.util.Set;
import java.util.UUID;

/// Where a room above narrows which clients a person may see now: somebody whose undertaking of
/// secrecy has run out, for instance. Asked at every request, before there is a scope; answers from
/// few rows or from memory.
public interface AccessRule {

  /// The clients that remain.
  ///
  /// @param clients those that the person's role and assignment show
  Set<UUID> narrow(UUID person, Role role, Set<UUID> clients);
}
