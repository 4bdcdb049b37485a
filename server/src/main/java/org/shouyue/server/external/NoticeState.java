package org.shouyue.server.external;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a notice stands.
enum NoticeState {
  /// Some of its problems are open.
  RECEIVED,
  /// Every problem is proven fixed, or said to be unfixable with its reason.
  SETTLED,
  /// The answer was sent.
  ANSWERED,
  /// The authority acknowledged the answer.
  CLOSED;

  /// The state after an act; null when the act is refused here.
  ///
  /// @param settled whether every problem is settled after the act
  @Nullable NoticeState after(NoticeAct act, boolean settled) {
    return switch (act) {
      case RECEIVE -> null;
      case FIX, PROVE, REFUTE, GIVE_UP, MATCH ->
          this == RECEIVED || this == SETTLED ? settled ? SETTLED : RECEIVED : null;
      case ANSWER -> this == SETTLED ? SETTLED : null;
      case SEND -> this == SETTLED ? ANSWERED : null;
      case RECEIPT -> this == ANSWERED ? CLOSED : null;
    };
  }

  /// The written code, `received`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NoticeState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
