package org.shouyue.server.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// One kind of entry in a ticket's log.
public enum TicketEventType {
  OPEN(true),
  RESPOND(true),
  ARRIVE(true),
  PAUSE(true),
  RESUME(true),
  RESOLVE(true),
  REOPEN(true),
  CLOSE(true),
  COMMENT(false),
  /// Something that the provider's people tell one another and the client does not see.
  NOTE(false),
  /// The client was told what was found or done.
  TELL_CLIENT(false),
  /// The client was told beforehand that a limit may not be kept.
  FOREWARN(false),
  /// The client says that a pause was not justified.
  DISPUTE(false),
  /// Somebody else works on it now.
  ASSIGN(false),
  /// Something was tied to it or untied.
  LINK(false),
  /// What a retest said.
  RETEST(false),
  /// Half, four fifths, all of a limit are used up.
  WARN_50(false),
  WARN_80(false),
  WARN_100(false),
  /// A limit was not kept.
  BREACH(false);

  private final boolean step;

  TicketEventType(boolean step) {
    this.step = step;
  }

  /// True when it moves the ticket's state.
  public boolean isStep() {
    return step;
  }

  /// The written code, `warn-50`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The type with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static TicketEventType of(String code) {
    for (TicketEventType type : values()) {
      if (type.code().equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no ticket event is called " + code);
  }
}
