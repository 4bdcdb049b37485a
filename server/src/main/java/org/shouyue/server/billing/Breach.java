package org.shouyue.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A broken promise that a person has stated.
///
/// @param party who broke it, `client` or `provider`
/// @param subject `breach`, `secrecy`, `termination` or `refusal`
/// @param declarer whose side states it
/// @param withdrawnAt null while it stands
record Breach(
    UUID id,
    UUID clientId,
    UUID contractId,
    String party,
    String subject,
    LocalDate on,
    String reason,
    long evidenceSeq,
    Instant declaredAt,
    String declaredBy,
    String declarer,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBecause) {}
