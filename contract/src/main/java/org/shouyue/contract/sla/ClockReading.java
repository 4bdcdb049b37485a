package org.shouyue.contract.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.CalendarVersion;

/// What one clock shows at one moment.
///
/// @param started when the ticket was opened
/// @param due the instant at which the limit is used up, meeting it included; while the clock is
///   paused, as if it went on now
/// @param stopped when what it waits for happened; null while it has not
/// @param limit as the clause says, in counted time
/// @param elapsed counted so far
/// @param remaining limit less elapsed; negative after a breach
/// @param warnings at 50, 80 and 100 per cent of the limit, in this order
/// @param refusedPauses pauses that did not stop the clock because the contract does not allow
///   their reason
public record ClockReading(
    ClockKind kind,
    Instant started,
    Instant due,
    State state,
    @Nullable Instant stopped,
    Duration limit,
    Duration elapsed,
    Duration remaining,
    List<Warning> warnings,
    List<SlaEvent> refusedPauses,
    String clauseVersion,
    CalendarVersion calendar) {

  public ClockReading {
    warnings = List.copyOf(warnings);
    refusedPauses = List.copyOf(refusedPauses);
  }

  /// How it stands.
  public enum State {
    RUNNING,
    PAUSED,
    /// Stopped in time.
    MET,
    /// Past its due date, stopped or not.
    BREACHED
  }

  /// One warning before, or at, the breach.
  ///
  /// @param percent of the limit
  /// @param at when that much is used up, by the same rule as the due date
  /// @param passed whether that moment has come while the clock was not yet stopped
  public record Warning(int percent, Instant at, boolean passed) {}

  /// The highest warning that has come, in per cent; 0 for none.
  public int warned() {
    int highest = 0;
    for (Warning warning : warnings) {
      highest = warning.passed() ? Math.max(highest, warning.percent()) : highest;
    }
    return highest;
  }
}
