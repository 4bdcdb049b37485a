package org.shouyue.server.external;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody does about a notice.
enum NoticeAct {
  RECEIVE,
  /// A problem is said to be fixed.
  FIX,
  /// A retest proves it.
  PROVE,
  /// A retest refutes it.
  REFUTE,
  /// A problem cannot be fixed, for a stated reason.
  GIVE_UP,
  /// A problem is matched with an asset or a finding of ours.
  MATCH,
  /// The answer is written.
  ANSWER,
  /// The answer is sent.
  SEND,
  /// The authority acknowledges it.
  RECEIPT;

  /// The written code, `give-up`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static NoticeAct of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
