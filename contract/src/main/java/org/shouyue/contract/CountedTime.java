package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which time a limit counts: every minute (`24x7`), or working time only (`working`: working days
/// for periods of days, office hours for hours and minutes).
public enum CountedTime {
  ALWAYS("24x7"),
  WORKING("working");

  private final String code;

  CountedTime(String code) {
    this.code = code;
  }

  /// The written code, `24x7` or `working`.
  @JsonValue
  public String code() {
    return code;
  }

  /// The counted time with this code.
  ///
  /// @throws IllegalArgumentException when it is neither
  @JsonCreator
  public static CountedTime of(String code) {
    for (CountedTime time : values()) {
      if (time.code.equals(code)) {
        return time;
      }
    }
    throw new IllegalArgumentException("time is counted 24x7 or working, not " + code);
  }
}
