package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The event that starts a payment period. Written as its kind, with the time of service behind a
/// slash where it matters: `signing`, `invoice`, `served/P6M`, `acceptance/P12M`, `period/P3M`.
///
/// @param after how much service has passed (`served`, `acceptance`), or the length of each
///   settlement period (`period`); null otherwise, and null for an acceptance at the end
public record Trigger(Kind kind, @Nullable Period after) {

  /// What happens.
  public enum Kind {
    /// The contract is signed or takes force.
    SIGNING,
    /// The client has received its budget funds.
    FUNDS,
    /// The client has received the invoice.
    INVOICE,
    /// An acceptance was passed.
    ACCEPTANCE,
    /// A length of service was delivered.
    SERVED,
    /// The whole term was delivered.
    TERM_END,
    /// Each settlement period ends (monthly, quarterly payment).
    PERIOD,
    /// Nothing happens: a calendar date is given.
    DATE
  }

  /// A trigger that needs no length of time.
  public static Trigger of(Kind kind) {
    return new Trigger(kind, null);
  }

  /// Reads the written form.
  ///
  /// @throws IllegalArgumentException when no kind or no period can be read
  @JsonCreator
  public static Trigger parse(String text) {
    int slash = text.indexOf('/');
    String kind = slash < 0 ? text : text.substring(0, slash);
    try {
      return new Trigger(
          Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
          slash < 0 ? null : Period.parse(text.substring(slash + 1)));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "a trigger is signing, funds, invoice, acceptance, served/P6M, term-end, period/P3M or date,"
              + " not "
              + text,
          unreadable);
    }
  }

  /// The written form, which [#parse] reads back.
  @JsonValue
  public String code() {
    String written = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return after == null ? written : written + "/" + after;
  }
}
