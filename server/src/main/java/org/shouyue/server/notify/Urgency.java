package org.shouyue.server.notify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How soon somebody must hear of it, most urgent first. Contract 3 §5.3 knows two: a disaster is
/// told by phone at once around the clock, anything below by mail or robot.
public enum Urgency {
  /// By phone at once, all day.
  DISASTER,
  /// At once, by the fastest channel that does not ring.
  HIGH,
  /// Soon; waits for quiet hours to end.
  NORMAL,
  /// May be gathered into a digest.
  LOW;

  /// True when this is as urgent as the other, or more.
  public boolean atLeast(Urgency other) {
    return compareTo(other) <= 0;
  }

  /// The written code, `disaster`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The urgency with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static Urgency of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
