package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;

/// A part of a limit of a ticket is used up.
///
/// @param clock which one, `resolve`
/// @param percent 50, 80 or 100
/// @param at when it was
public record TicketWarned(
    UUID clientId, UUID contractId, UUID ticketId, String clock, int percent, Instant at) {}
