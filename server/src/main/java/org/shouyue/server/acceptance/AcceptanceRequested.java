package org.shouyue.server.acceptance;

import java.util.UUID;

/// A package is to be built. Kept until it is done, so that a crash loses nothing.
record AcceptanceRequested(UUID clientId, UUID acceptanceId) {}
