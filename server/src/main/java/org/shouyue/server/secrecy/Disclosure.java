package org.shouyue.server.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One case of showing a client's data to a third party.
///
/// @param basis the clause or law by which it is shown
/// @param until until when it may be shown
/// @param state `requested`, `consented`, `refused`, or `shown`
/// @param evidenceSeq where the client's signature lies; null before the consent
record Disclosure(
    UUID id,
    UUID clientId,
    String clientName,
    UUID contractId,
    @Nullable String contractTitle,
    String recipient,
    String what,
    String purpose,
    String basis,
    Instant until,
    String state,
    Instant requestedAt,
    String requestedBy,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String decidedRole,
    @Nullable String remark,
    @Nullable Long evidenceSeq,
    @Nullable Instant shownAt,
    @Nullable String shownBy,
    @Nullable String shownNote) {}
