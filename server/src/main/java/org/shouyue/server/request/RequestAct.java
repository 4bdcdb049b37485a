package org.shouyue.server.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody does about a request.
enum RequestAct {
  /// It came in.
  SUBMIT,
  /// It was proven from which contact it comes.
  ATTRIBUTE,
  /// An engineer takes it into review.
  TAKE,
  /// The review lets it be worked on.
  ACCEPT,
  /// The review warns of its risks; the client must confirm in writing, or drop it.
  WARN,
  /// The client confirms in writing that it wants it all the same.
  CONFIRM,
  /// The review refuses it.
  REFUSE,
  /// The client drops it.
  WITHDRAW,
  /// The client says that it is done.
  AGREE,
  /// The client says that it is not done.
  DISAGREE;

  /// The written code, `take`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RequestAct of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
