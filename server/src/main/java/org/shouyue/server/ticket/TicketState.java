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
    if (!event.isStep()) {
      return this;
    }
    return switch (this) {
      case OPEN, RESPONDED ->
          switch (event) {
            case RESPOND -> this == OPEN ? RESPONDED : null;
            case ARRIVE -> RESPONDED;
            case PAUSE -> PAUSED;
            case RESOLVE -> RESOLVED;
            case CLOSE -> CLOSED;
            case OPEN, RESUME, REOPEN, COMMENT, RETEST, WARN_50, WARN_80, WARN_100, BREACH -> null;
          };
      case PAUSED ->
          switch (event) {
            case RESUME -> RESPONDED;
            case RESOLVE -> RESOLVED;
            case CLOSE -> CLOSED;
            case OPEN,
                RESPOND,
                ARRIVE,
                PAUSE,
                REOPEN,
                COMMENT,
                RETEST,
                WARN_50,
                WARN_80,
                WARN_100,
                BREACH ->
                null;
          };
      case RESOLVED ->
          switch (event) {
            case CLOSE -> CLOSED;
            case REOPEN -> RESPONDED;
            case OPEN,
                RESPOND,
                ARRIVE,
                PAUSE,
                RESUME,
                RESOLVE,
                COMMENT,
                RETEST,
                WARN_50,
                WARN_80,
                WARN_100,
                BREACH ->
                null;
          };
      case CLOSED -> event == TicketEventType.REOPEN ? RESPONDED : null;
    };
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
