package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;

/// A limit of a ticket was not kept.
///
/// @param clock which one, `resolve`
/// @param at when the limit was used up
public record TicketBreached(
    UUID clientId, UUID contractId, UUID ticketId, String clock, Instant at) {}
