package org.shouyue.server.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;

/// One execution of a capability for an obligation, a watch or a retest (执行).
///
/// @param begun how often a node began it; more than once when a node died meanwhile
/// @param reason why it was unable or cancelled; null otherwise
public record Run(
    UUID id,
    UUID clientId,
    UUID contractId,
    String serviceId,
    Capability capability,
    UUID assetId,
    RunKind kind,
    @Nullable UUID obligationId,
    @Nullable UUID watchId,
    @Nullable UUID findingId,
    RunState state,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int begun,
    @Nullable String reason,
    @Nullable String askedBy) {}
