package org.shouyue.server.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a promise is kept.
public enum Way {
  /// One run in each window.
  AUTOMATIC,
  /// Looked at again and again; each month's figures are the proof.
  WATCHED,
  /// A person does it and hands in a document.
  MANUAL,
  /// On request, up to a ceiling.
  QUOTA,
  /// Whenever something outside happens: nothing is due on a date.
  RULE,
  /// The contract gives it no date: a person must say how often.
  UNDATED;

  /// The written code, `automatic`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Way of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
