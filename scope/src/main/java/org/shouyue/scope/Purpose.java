package org.shouyue.scope;

import java.util.List;
import java.util.UUID;

/// For whom, by which permits, in which risk class and for which capability a connection is wanted.
///
/// @param permits those that the caller holds for this client; the broker checks each of them
/// @param capability the capability's code, for the record of refusals
public record Purpose(UUID client, List<Permit> permits, Method method, String capability) {
  public Purpose {
    permits = List.copyOf(permits);
  }
}
