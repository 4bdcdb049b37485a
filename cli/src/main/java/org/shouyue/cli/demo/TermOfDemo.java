package org.shouyue.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Term;

/// The days over which the demo delivers a contract: its own where they are written; a year from a
/// fixed signing where they follow from the signature or are blank; the first year of a longer
/// term.
///
/// @param written whether the document itself says how long it runs
record TermOfDemo(LocalDate from, LocalDate to, boolean written) {

  /// Inside the years whose holidays are known.
  private static final LocalDate SIGNING = LocalDate.of(2025, 9, 15);

  static TermOfDemo of(Contract contract) {
    Term term = contract.term();
    LocalDate from = term == null || term.from() == null ? SIGNING : term.from();
    LocalDate to = term == null ? null : last(term, from);
    LocalDate year = from.plusYears(1).minusDays(1);
    return new TermOfDemo(from, to == null || to.isAfter(year) ? year : to, to != null);
  }

  private static @Nullable LocalDate last(Term term, LocalDate from) {
    Period length = term.length();
    if (term.to() != null) {
      return term.to();
    }
    return length == null ? null : from.plus(length).minusDays(1);
  }

  /// Midnight at which the first day begins.
  Instant start() {
    return from.atStartOfDay(Teller.ZONE).toInstant();
  }

  /// Midnight at which the last day ends.
  Instant end() {
    return to.plusDays(1).atStartOfDay(Teller.ZONE).toInstant();
  }

  /// The moment at this share of the term, at a time of day.
  Instant at(double share, LocalTime time) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return from.plusDays(Math.round(days * share)).atTime(time).atZone(Teller.ZONE).toInstant();
  }
}
