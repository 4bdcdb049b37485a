package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;

/// Something that a room did with people and that keeps a promise of a contract: a drill, a
/// training session, a report that was sent.
///
/// @param serviceId which service item; null for any of the capability
/// @param obligationId the very obligation, where the room knows it; null for the one that waits
/// @param at when it was done
/// @param by who did it, by name
/// @param about the thing itself, as in `training/0197…`; what is kept about it in the evidence is
///   named in the proof
/// @param summary one sentence that says what was done
public record Performance(
    UUID contractId,
    Capability capability,
    @Nullable String serviceId,
    @Nullable UUID obligationId,
    Instant at,
    String by,
    String about,
    String summary) {
  /// Something done for a capability, whichever of its obligations waits for it.
  public static Performance of(
      UUID contract, Capability capability, Instant at, String by, String about, String summary) {
    return new Performance(contract, capability, null, null, at, by, about, summary);
  }
}
