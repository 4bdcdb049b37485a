package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;

/// A contract was put in force and its plan is stored.
public record ContractPutInForce(UUID clientId, UUID contractId, Instant at) {}
