package org.shouyue.server.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.work.Severity;

/// Something wrong on an asset (问题), the same across runs.
///
/// @param identity follows from asset, capability, code and key alone
/// @param timesSeen how many runs saw it
/// @param reopened how often it came back after it was fixed
/// @param reason why it was dismissed; null otherwise
public record Finding(
    UUID id,
    UUID clientId,
    UUID contractId,
    String serviceId,
    UUID assetId,
    Capability capability,
    String identity,
    String code,
    String key,
    Severity severity,
    String title,
    String detail,
    String advice,
    FindingState state,
    Instant firstSeen,
    Instant lastSeen,
    int timesSeen,
    int reopened,
    @Nullable Instant fixedAt,
    @Nullable String reason) {}
