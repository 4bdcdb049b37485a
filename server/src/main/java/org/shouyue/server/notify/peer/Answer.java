package org.shouyue.server.notify.peer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a peer said to a message.
public sealed interface Answer {
  /// The peer's own code, as in `200` or `isv.MOBILE_NUMBER_ILLEGAL`.
  String code();

  /// What it said besides, shortened; never a secret.
  String said();

  /// It took the message over.
  ///
  /// @param providerId its name for the message; null when it gave none
  record Taken(String code, String said, @Nullable String providerId) implements Answer {}

  /// It will never take this message: the address is wrong. Others may pass.
  record Refused(String code, String said) implements Answer {}

  /// It did not work, whatever the message: try again.
  record Failed(String code, String said) implements Answer {}

  /// It works but wants less at a time.
  ///
  /// @param after when to come again; null when it did not say
  record Throttled(String code, String said, @Nullable Duration after) implements Answer {}
}
