package org.shouyue.server.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.sla.SlaEvent;

/// One entry of a ticket's log. Entries are added, never changed.
///
/// @param clock which clock a warning or a breach is about; null otherwise
/// @param reason why it was paused; null otherwise
/// @param amount what a breach came to when it happened; null where the contract names no sum
public record TicketEvent(
    Instant at,
    TicketEventType type,
    @Nullable String clock,
    String who,
    @Nullable String reason,
    @Nullable String text,
    @Nullable BigDecimal amount) {

  /// An entry without an amount.
  public TicketEvent(
      Instant at,
      TicketEventType type,
      @Nullable String clock,
      String who,
      @Nullable String reason,
      @Nullable String text) {
    this(at, type, clock, who, reason, text, null);
  }

  /// A step that a person or the product takes.
  public static TicketEvent of(
      Instant at, TicketEventType type, String who, @Nullable String text) {
    return new TicketEvent(at, type, null, who, null, text);
  }

  /// What a clock sees of it; null when no clock looks at it.
  @Nullable SlaEvent seen() {
    return switch (type) {
      case OPEN -> SlaEvent.of(at, SlaEvent.Type.OPENED);
      case RESPOND -> SlaEvent.of(at, SlaEvent.Type.RESPONDED);
      case ARRIVE -> SlaEvent.of(at, SlaEvent.Type.ARRIVED);
      case PAUSE -> SlaEvent.paused(at, reason == null ? "" : reason);
      case RESUME -> SlaEvent.of(at, SlaEvent.Type.RESUMED);
      case RESOLVE -> SlaEvent.of(at, SlaEvent.Type.RESOLVED);
      case REOPEN -> SlaEvent.of(at, SlaEvent.Type.REOPENED);
      case CLOSE -> SlaEvent.of(at, SlaEvent.Type.CLOSED);
      case TELL_CLIENT, FOREWARN -> SlaEvent.of(at, SlaEvent.Type.TOLD);
      case COMMENT, NOTE, DISPUTE, ASSIGN, LINK, RETEST, WARN_50, WARN_80, WARN_100, BREACH -> null;
    };
  }
}
