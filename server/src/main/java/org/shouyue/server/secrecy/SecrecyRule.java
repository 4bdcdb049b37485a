package org.shouyue.server.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client demands of the provider's people.
///
/// @param undertakings whether nobody sees anything without an undertaking in force
/// @param namedOnly whether only people whom the client approved for a contract see anything
/// @param setAt null when nobody has set anything: nothing is demanded
record SecrecyRule(
    UUID clientId,
    boolean undertakings,
    boolean namedOnly,
    String reason,
    @Nullable Instant setAt,
    @Nullable String setBy) {

  /// What holds for a client of whom nobody has said anything.
  static SecrecyRule none(UUID client) {
    return new SecrecyRule(client, false, false, "", null, null);
  }
}
