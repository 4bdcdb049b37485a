package org.shouyue.contract.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.shouyue.contract.Capability;

/// One dated occurrence of a service item (履约事项).
///
/// The window says when the work belongs; the due date says when it becomes missed. They end
/// together, with two exceptions: a due date that was rolled to a working day, and "at least n a
/// year", where the windows pace the work evenly but the clause is only broken when the year ends.
///
/// @param ordinal counted from 1 within the service item, over the whole term
/// @param covers how many of the clause's windows it stands for: 1, or more after a merge
/// @param dueDate last day on which it counts as kept
/// @param dueAt end of the due date in the client's zone, excluded
public record PlannedObligation(
    String serviceId,
    Capability capability,
    Kind kind,
    int ordinal,
    int covers,
    Window window,
    LocalDate dueDate,
    Instant dueAt) {

  /// Which promise of the clause made it.
  public enum Kind {
    /// One of a cycle: every month, every other day.
    PERIODIC,
    /// One of "at least n in each period".
    AT_LEAST,
    /// The only one.
    ONCE,
    /// The monthly proof of a continuous service.
    PROOF
  }
}
