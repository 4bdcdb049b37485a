package org.shouyue.server.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where one ticket stands. Never stored as the truth: it is the fold of the ticket's event log.
public enum TicketState {
  /// Nobody acted on it yet.
  OPEN,
  /// Somebody acts on it.
  RESPONDED,
  /// Waiting for somebody else, for a stated reason; its clocks stand still.
  PAUSED,
  /// Mended, not yet confirmed.
  RESOLVED,
  /// Over.
  CLOSED;

  /// The state after one event; null when the event is refused here.
  @Nullable TicketState after(TicketEventType event) {
    return switch (event) {
      case RESPOND -> this == OPEN ? RESPONDED : null;
      case ARRIVE -> isActive() ? RESPONDED : null;
      case PAUSE -> isActive() ? PAUSED : null;
      case RESUME -> this == PAUSED ? RESPONDED : null;
      case RESOLVE -> isActive() || this == PAUSED ? RESOLVED : null;
      case CLOSE -> this == CLOSED ? null : CLOSED;
      case REOPEN -> this == RESOLVED || this == CLOSED ? RESPONDED : null;
      case OPEN -> null;
      case COMMENT,
          NOTE,
          TELL_CLIENT,
          FOREWARN,
          DISPUTE,
          ASSIGN,
          LINK,
          RETEST,
          WARN_50,
          WARN_80,
          WARN_100,
          BREACH ->
          this;
    };
  }

  private boolean isActive() {
    return this == OPEN || this == RESPONDED;
  }

  /// The state that a whole log leads to.
  ///
  /// @throws IllegalStateException when the log holds an event that was not possible
  static TicketState of(List<TicketEventType> log) {
    TicketState state = OPEN;
    for (TicketEventType event : log) {
      TicketState next = event == TicketEventType.OPEN ? OPEN : state.after(event);
      if (next == null) {
        throw new IllegalStateException(event.code() + " is not possible when " + state.code());
      }
      state = next;
    }
    return state;
  }

  /// The written code, `open`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
