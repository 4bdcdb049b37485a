package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

/// A limit in time: so long after something, or on a day.
public sealed interface Due {

  /// So long after the trigger, `P10D`. Whether the days are working days is said beside it.
  record Within(Period period) implements Due {
    @Override
    public String toString() {
      return period.toString();
    }
  }

  /// At the latest on this day, `2022-12-31`.
  record By(LocalDate day) implements Due {
    @Override
    public String toString() {
      return day.toString();
    }
  }

  /// Reads an ISO 8601 period or date.
  ///
  /// @throws IllegalArgumentException when it is neither
  @JsonCreator
  static Due parse(String text) {
    try {
      return text.startsWith("P") ? new Within(Period.parse(text)) : new By(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "a limit is a period (P10D) or a date (2022-12-31), not " + text, unreadable);
    }
  }

  /// The written form, which [#parse] reads back.
  @JsonValue
  default String code() {
    return toString();
  }
}
