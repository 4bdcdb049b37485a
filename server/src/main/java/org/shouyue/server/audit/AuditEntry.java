package org.shouyue.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One change, as written down.
///
/// @param clientId whose chain it belongs to; null for the platform's own
/// @param at when it was, by the clock on the wall
/// @param businessAt when it was by the clock that contracts are served by
/// @param details as JSON
/// @param digest SHA-256 over this entry and the digest of the one before
record AuditEntry(
    long seq,
    @Nullable UUID clientId,
    Instant at,
    Instant businessAt,
    String actor,
    @Nullable String role,
    @Nullable String address,
    String action,
    String subject,
    String details,
    String previous,
    String digest) {}
