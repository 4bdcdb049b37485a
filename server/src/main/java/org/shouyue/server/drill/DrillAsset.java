package org.shouyue.server.drill;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An asset on which drills may be held.
///
/// @param root the folder on the server's own host in which artefacts are placed
/// @param service the name of the service that may be stopped; null for none
/// @param consentedAt when the client's signatory agreed; null before: nothing is touched then
record DrillAsset(
    UUID assetId,
    UUID clientId,
    String name,
    String address,
    String root,
    @Nullable String service,
    String note,
    Instant markedAt,
    String markedBy,
    @Nullable Instant consentedAt,
    @Nullable String consentedBy) {}
