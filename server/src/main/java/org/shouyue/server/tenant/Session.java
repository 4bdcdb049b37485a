package org.shouyue.server.tenant;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who is signed in, or a program with somebody's token.
///
/// @param id what the person calls it by when they end it
/// @param csrf what every changing request must repeat in its header; empty for a token
/// @param hurdle what must be done first; null for nothing
/// @param token by which a program calls; null for a person
record Session(
    UUID id,
    UUID person,
    String username,
    String name,
    Role role,
    String locale,
    String csrf,
    @Nullable Hurdle hurdle,
    @Nullable Token token) {

  /// What a token allows.
  ///
  /// @param owner the role of whom it belongs to, which says what clients there are
  /// @param clients beyond which it shows nothing; null for all that its owner sees
  record Token(String name, boolean readOnly, Role owner, @Nullable Set<UUID> clients) {}
}
