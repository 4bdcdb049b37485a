package org.shouyue.server.ticket;

import org.shouyue.server.problem.Problem;

/// Where a room above refuses a step of a ticket that it knows more about: a change that the client
/// has not signed, a request that waits for its written confirmation. All guards are asked inside
/// the transaction that takes the step, while the ticket's row is locked.
public interface TicketGuard {

  /// Lets the step pass by returning.
  ///
  /// @throws Problem 409 when it may not be taken now, with a sentence that says what is missing
  void check(Ticket ticket, TicketEventType step);
}
