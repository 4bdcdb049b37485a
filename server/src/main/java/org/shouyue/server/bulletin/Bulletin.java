package org.shouyue.server.bulletin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bulletin of the provider's (安全通告).
///
/// @param way `hand`, `csaf` or `feed`
/// @param sourceVersion the version at its source; null for one written by hand
/// @param version ours, counted up with every change of what it says
/// @param publishedVersion the version that was sent last; null when none was
/// @param acknowledgeHours within how many hours clients are to acknowledge it; null for the usual
/// @param endedReason why it was dismissed or withdrawn; null otherwise
record Bulletin(
    UUID id,
    String number,
    String way,
    @Nullable String sourceVersion,
    BulletinState state,
    int version,
    Advisory advisory,
    Instant gatheredAt,
    String gatheredBy,
    @Nullable Integer publishedVersion,
    @Nullable Instant publishedAt,
    @Nullable String publishedBy,
    @Nullable Integer acknowledgeHours,
    boolean toEverybody,
    @Nullable String endedReason) {

  /// The thing's name in evidence, notices and the audit trail.
  String about() {
    return "bulletin/" + id;
  }

  /// Whether it was published and says something else now, which nobody was told yet.
  boolean isRevised() {
    return state == BulletinState.PUBLISHED
        && publishedVersion != null
        && publishedVersion < version;
  }

  /// The same bulletin as another of its versions said it.
  Bulletin saying(int otherVersion, Advisory other) {
    return new Bulletin(
        id,
        number,
        way,
        sourceVersion,
        state,
        otherVersion,
        other,
        gatheredAt,
        gatheredBy,
        publishedVersion,
        publishedAt,
        publishedBy,
        acknowledgeHours,
        toEverybody,
        endedReason);
  }
}
