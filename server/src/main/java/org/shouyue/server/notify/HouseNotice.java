package org.shouyue.server.notify;

import java.util.Map;
import java.util.Set;
import org.shouyue.server.tenant.Role;

/// Something that concerns the platform itself and no client.
///
/// @param roles everybody of these roles is told
/// @param template the name of its texts
/// @param words what they are filled with
/// @param about the thing, as in `backup`
/// @param key a second one with the same key is not sent again
public record HouseNotice(
    Set<Role> roles,
    Urgency urgency,
    String template,
    Map<String, String> words,
    String about,
    String key) {
  public HouseNotice {
    roles = Set.copyOf(roles);
    words = Map.copyOf(words);
  }
}
