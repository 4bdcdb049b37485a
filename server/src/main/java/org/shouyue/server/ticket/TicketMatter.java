package org.shouyue.server.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Severity;

/// What a new ticket is about.
///
/// @param serviceId the clause's service that it belongs to; null when to none
/// @param findingId the finding that it is to mend; null when it came from elsewhere
public record TicketMatter(
    UUID contractId,
    TicketKind kind,
    Severity severity,
    String title,
    String body,
    @Nullable String serviceId,
    @Nullable UUID assetId,
    @Nullable UUID findingId) {}
