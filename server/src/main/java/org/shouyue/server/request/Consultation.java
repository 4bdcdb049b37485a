package org.shouyue.server.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that came by messenger or the like, noted as a fact. Nothing is worked on for it: it
/// is answered, or turned into a formal request.
///
/// @param who as they were called in the channel
/// @param contactId the named contact that they are; null when none
/// @param ticketId the formal request that it became; null when none
record Consultation(
    UUID id,
    UUID clientId,
    UUID contractId,
    Channel channel,
    String who,
    @Nullable UUID contactId,
    Instant askedAt,
    String question,
    String notedBy,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    @Nullable UUID ticketId) {}
