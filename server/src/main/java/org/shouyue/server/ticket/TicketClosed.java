package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;

/// A ticket was closed.
public record TicketClosed(UUID clientId, UUID contractId, UUID ticketId, Instant at) {}
