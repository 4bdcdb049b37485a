package org.shouyue.server.asset;

import java.time.Instant;
import java.util.UUID;

/// Something that is served: the object of obligations, runs and findings.
///
/// @param address how it is reached, in the form that its kind wants
public record Asset(
    UUID id,
    UUID clientId,
    String clientName,
    AssetKind kind,
    String name,
    String address,
    Instant createdAt) {}
