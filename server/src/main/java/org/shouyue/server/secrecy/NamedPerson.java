package org.shouyue.server.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom the provider names for a contract (人员名单).
///
/// @param duty what they do there, in a few words
/// @param state `proposed`, `approved`, `refused` or `removed`
/// @param undertaking `in-force`, `expired`, `withdrawn`, or `missing`: what their latest says now
record NamedPerson(
    UUID id,
    UUID clientId,
    String clientName,
    UUID contractId,
    @Nullable String contractTitle,
    UUID personId,
    String personName,
    String duty,
    String state,
    Instant proposedAt,
    String proposedBy,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String remark,
    String undertaking) {}
