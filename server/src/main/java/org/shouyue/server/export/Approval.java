package org.shouyue.server.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One case of somebody who wants to take a file.
///
/// @param path the address of the list or file, `/api/tickets`
/// @param query what narrows it, `kind=fault`; what is taken may be narrower, never wider
/// @param what the same for people
/// @param recipient who will have the file
/// @param downloads how often it may be taken
/// @param state `requested`, `approved`, `refused`, `withdrawn`; `used` and `lapsed` follow from an
///   approved one
record Approval(
    UUID id,
    UUID clientId,
    String clientName,
    UUID personId,
    String personName,
    String path,
    String query,
    String what,
    String purpose,
    String recipient,
    Instant until,
    int downloads,
    int used,
    String state,
    Instant requestedAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String remark) {}
