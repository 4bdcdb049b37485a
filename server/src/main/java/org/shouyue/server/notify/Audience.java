package org.shouyue.server.notify;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.Role;

/// Who is to hear a notice.
public sealed interface Audience {

  /// These people.
  record Persons(List<UUID> ids) implements Audience {
    public Persons {
      ids = List.copyOf(ids);
    }
  }

  /// Everybody of this role who is assigned to the client.
  record OfRole(Role role) implements Audience {}

  /// The provider's people who are on call for the client at that moment; its managers when nobody
  /// is.
  record OnDuty() implements Audience {}

  /// Somebody without an account, such as a named contact or a citizen.
  ///
  /// @param mail null when mail is not to be used
  /// @param phone null when neither call nor short message is to be used
  record Outside(String name, @Nullable String mail, @Nullable String phone) implements Audience {}
}
