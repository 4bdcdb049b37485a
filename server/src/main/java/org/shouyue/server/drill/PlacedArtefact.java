package org.shouyue.server.drill;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.drill.inject.Artefact;

/// An artefact of a drill and what became of it.
///
/// @param state `planned`, `placing`, `placed`, `undone` or `failed`
/// @param node which server's journal holds it
/// @param found how it was when it was taken away: `untouched`, `repaired`, `changed`
record PlacedArtefact(
    UUID id,
    UUID drillId,
    UUID clientId,
    UUID assetId,
    Artefact artefact,
    String state,
    @Nullable String node,
    @Nullable UUID permitId,
    @Nullable Instant placedAt,
    @Nullable Instant undoneAt,
    @Nullable String undoneWhy,
    @Nullable String found,
    @Nullable Instant systemNoticedAt,
    @Nullable String systemNoticedBy,
    @Nullable Instant peopleNoticedAt,
    @Nullable String peopleNoticedBy) {

  /// When it was first noticed, by whomever; null when it was not.
  @Nullable Instant noticedAt() {
    if (systemNoticedAt == null || peopleNoticedAt == null) {
      return systemNoticedAt == null ? peopleNoticedAt : systemNoticedAt;
    }
    return systemNoticedAt.isBefore(peopleNoticedAt) ? systemNoticedAt : peopleNoticedAt;
  }
}
