package org.shouyue.server.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From whom a request comes, and how that is known.
///
/// @param contactId the named contact; null when no contact is named for the signatory, or not yet
///   known
/// @param personId the client's person who was signed in; null when nobody was
/// @param proof how it was checked, in words; null while it was not
record Origin(
    Channel channel,
    @Nullable UUID contactId,
    @Nullable UUID personId,
    String askedBy,
    @Nullable String proof) {

  /// Whether somebody who speaks for the client stands behind it.
  boolean isProven() {
    return contactId != null || personId != null;
  }
}
