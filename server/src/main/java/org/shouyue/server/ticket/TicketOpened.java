package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;

/// A ticket was opened.
public record TicketOpened(UUID clientId, UUID contractId, UUID ticketId, Instant at) {}
