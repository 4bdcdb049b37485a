package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Period;
import java.time.format.DateTimeParseException;

/// How often a service item is owed. Written `P2D`, `P3M`, `R2/P1Y` (at least two a year),
/// `continuous`, `on-event`, `on-request` or `once`.
public sealed interface Frequency {

  /// Once in every period: `P2D` is every other day, `P3M` every quarter.
  record Every(Period period) implements Frequency {
    public Every {
      requirePositive(period);
    }

    @Override
    public String toString() {
      return period.toString();
    }
  }

  /// A number of times in every period: `R2/P1Y`. A floor, or a ceiling where the item is a quota.
  record Times(int count, Period period) implements Frequency {
    public Times {
      if (count < 1) {
        throw new IllegalArgumentException("a count is at least 1, not " + count);
      }
      requirePositive(period);
    }

    @Override
    public String toString() {
      return "R" + count + "/" + period;
    }
  }

  /// The frequencies that carry no number.
  enum Plain implements Frequency {
    /// Without a break through the whole term.
    CONTINUOUS("continuous"),
    /// Whenever something outside happens: an attack, a notice, a holiday.
    ON_EVENT("on-event"),
    /// Whenever the client asks.
    ON_REQUEST("on-request"),
    /// One time in the whole term.
    ONCE("once");

    private final String code;

    Plain(String code) {
      this.code = code;
    }

    @Override
    public String toString() {
      return code;
    }
  }

  /// Reads the written form.
  ///
  /// @throws IllegalArgumentException when the text is none of the forms above
  @JsonCreator
  static Frequency parse(String text) {
    for (Plain plain : Plain.values()) {
      if (plain.code.equals(text)) {
        return plain;
      }
    }
    try {
      if (text.startsWith("R")) {
        int slash = text.indexOf('/');
        if (slash > 1) {
          return new Times(
              Integer.parseInt(text.substring(1, slash)), Period.parse(text.substring(slash + 1)));
        }
      } else {
        return new Every(Period.parse(text));
      }
    } catch (DateTimeParseException | NumberFormatException unreadable) {
      throw new IllegalArgumentException(unreadableMessage(text), unreadable);
    }
    throw new IllegalArgumentException(unreadableMessage(text));
  }

  /// The written form, which [#parse] reads back.
  @JsonValue
  default String code() {
    return toString();
  }

  private static String unreadableMessage(String text) {
    return "a frequency is P2D, P3M, R2/P1Y, continuous, on-event, on-request or once, not " + text;
  }

  private static void requirePositive(Period period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a period is longer than nothing, not " + period);
    }
  }
}
