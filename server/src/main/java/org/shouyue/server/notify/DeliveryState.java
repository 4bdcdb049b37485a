package org.shouyue.server.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where one delivery stands.
enum DeliveryState {
  /// Waits for its time or for its turn.
  QUEUED,
  /// A node has it in hand. Written before the peer is called.
  SENDING,
  /// The peer took it over.
  SENT,
  /// The peer says that it reached the recipient; at once for the inbox.
  DELIVERED,
  /// Given up: refused, or tried too often.
  FAILED,
  /// Given up: too old to be of use.
  EXPIRED,
  /// Goes out within another one: a digest, or one call about many things.
  GATHERED,
  /// Kept and not sent, because the clock is replayed.
  HELD;

  /// The written code, `queued`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeliveryState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
