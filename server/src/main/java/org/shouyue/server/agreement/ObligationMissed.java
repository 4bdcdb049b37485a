package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;

/// The window of an obligation passed and it was not performed.
///
/// @param at when the window ended
public record ObligationMissed(UUID clientId, UUID contractId, UUID obligationId, Instant at) {}
