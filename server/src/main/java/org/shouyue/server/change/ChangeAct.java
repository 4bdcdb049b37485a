package org.shouyue.server.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody does about a change.
enum ChangeAct {
  /// The provider writes a version of the plan, and the client is told.
  PROPOSE,
  /// The client signs the plan.
  SIGN,
  /// The client does not want it so.
  DECLINE,
  /// The work begins, as signed.
  START,
  /// The work begins before the client signed, for a stated reason (紧急变更).
  RUSH,
  /// A step of the plan was carried out.
  STEP,
  /// A file shows something of the work.
  FILE,
  /// The work is over, whatever came of it.
  FINISH,
  /// It will not be done.
  CANCEL,
  /// The client says that it is done.
  AGREE,
  /// The client says that it is not done.
  DISAGREE;

  /// The written code, `propose`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ChangeAct of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
