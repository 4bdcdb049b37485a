package org.shouyue.server.change;

import java.time.Instant;
import java.util.UUID;

/// The client's signature under a version of a plan.
///
/// @param digest of what was signed
/// @param evidenceSeq the drawn signature in the contract's chain
record PlanSignature(
    int version,
    UUID personId,
    String name,
    String office,
    String remarks,
    String digest,
    Instant at,
    long evidenceSeq) {}
