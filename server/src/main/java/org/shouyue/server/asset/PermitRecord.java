package org.shouyue.server.asset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A permit as it is listed.
///
/// @param state `standing`, `waiting` before its window, `expired` after it, or `revoked`
/// @param targets in their written form
/// @param evidenceSeq where the signed file lies in the client's own chain
record PermitRecord(
    UUID id,
    UUID clientId,
    String clientName,
    String state,
    List<String> targets,
    List<String> methods,
    Instant from,
    Instant until,
    String signatory,
    String fileName,
    String fileSha256,
    long evidenceSeq,
    String createdBy,
    Instant createdAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable String revokedReason) {}
