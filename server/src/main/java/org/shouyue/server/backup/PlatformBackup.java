package org.shouyue.server.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.OfNoClient;

/// One backup of the platform.
///
/// @param state `running`, `done` or `failed`
/// @param way `scheduled`, `asked` for on the page, or by `command`
/// @param file where it lies, on the server
/// @param damaged how many pieces of evidence no longer were what their digest says
/// @param checkedAt when it was last read from front to back
/// @param checkProblem what that found; null when all is well
/// @param removedAt when it was removed because newer ones were kept
@OfNoClient
record PlatformBackup(
    UUID id,
    String state,
    String way,
    String file,
    Instant startedAt,
    String startedBy,
    @Nullable Instant finishedAt,
    @Nullable Long sizeBytes,
    @Nullable Integer tables,
    @Nullable Long rows,
    @Nullable Long files,
    @Nullable Integer damaged,
    @Nullable String problem,
    @Nullable Instant checkedAt,
    @Nullable String checkProblem,
    @Nullable Instant removedAt) {}
