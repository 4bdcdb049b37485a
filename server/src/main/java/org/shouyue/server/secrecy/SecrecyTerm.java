package org.shouyue.server.secrecy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.calendar.WorkCalendar;

/// How long a secret has to be kept, as a contract says it.
///
/// @param period counted from the signature; null for ever. Contract 2 annex 2 §5 says five years,
///   contract 5 and contract 1 say for ever; a clause without a term binds until the secret is
///   public, which is for ever here
record SecrecyTerm(@Nullable Period period) {
  static final SecrecyTerm FOR_EVER = new SecrecyTerm(null);

  /// The longest of several clauses; for ever when there is none.
  static SecrecyTerm of(List<Secrecy> clauses) {
    @Nullable Period longest = null;
    for (Secrecy clause : clauses) {
      String term = clause.term();
      if (term == null) {
        continue;
      }
      if (term.equals(Secrecy.UNLIMITED)) {
        return FOR_EVER;
      }
      longest = longer(longest, parsed(term));
    }
    return new SecrecyTerm(longest);
  }

  /// The instant at which an undertaking signed then ends; null for never.
  @Nullable Instant until(Instant signed, ZoneId zone) {
    return period == null ? null : signed.atZone(zone).plus(period).toInstant();
  }

  /// As a person reads it.
  String said() {
    Period one = period;
    if (one == null) {
      return "长期有效，直至保密信息依法公开";
    }
    long months = one.toTotalMonths();
    long days = one.get(ChronoUnit.DAYS);
    if (days > 0) {
      return "为期 %d 个月又 %d 日".formatted(months, days);
    }
    return months % 12 == 0 ? "为期 %d 年".formatted(months / 12) : "为期 %d 个月".formatted(months);
  }

  /// The zone in which a client without one of its own counts days.
  static ZoneId usualZone() {
    return WorkCalendar.SHANGHAI;
  }

  private static @Nullable Period parsed(String term) {
    try {
      return Period.parse(term);
    } catch (DateTimeException _) {
      return null; // a time shorter than a day is no term of secrecy
    }
  }

  private static @Nullable Period longer(@Nullable Period one, @Nullable Period other) {
    if (one == null || other == null) {
      return Objects.requireNonNullElse(one, other);
    }
    return days(one) >= days(other) ? one : other;
  }

  private static long days(Period period) {
    return period.toTotalMonths() * 31 + period.get(ChronoUnit.DAYS);
  }
}
