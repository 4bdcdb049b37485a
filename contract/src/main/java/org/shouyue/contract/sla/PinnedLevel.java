package org.shouyue.contract.sla;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.CalendarVersion;

/// A service level exactly as it was in force when a ticket was opened.
///
/// @param clauseVersion names the version of the contract that the level is taken from, such as its
///   digest
/// @param calendar the calendar that every date is computed with
public record PinnedLevel(
    ServiceLevel level, String clauseVersion, CalendarVersion calendar, PausePolicy pauses) {

  /// The limit of one clock, null when the level does not promise it.
  public @Nullable Duration limit(ClockKind kind) {
    return switch (kind) {
      case RESPOND -> level.ownRespond();
      case ON_SITE -> level.onSite();
      case RESOLVE -> level.resolve();
      case FEEDBACK -> level.feedback();
    };
  }
}
