package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;

/// An obligation was performed, in time or late.
public record ObligationPerformed(
    UUID clientId, UUID contractId, UUID obligationId, ObligationState state, Instant at) {}
