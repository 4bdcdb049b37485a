package org.shouyue.server.asset;

import java.util.UUID;

/// The list of what is installed on an asset was written anew. Published inside the transaction
/// that wrote it.
public record ProductsChanged(UUID clientId, UUID assetId) {}
