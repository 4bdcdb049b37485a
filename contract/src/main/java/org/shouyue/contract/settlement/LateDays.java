package org.shouyue.contract.settlement;

import java.time.LocalDate;
import java.util.BitSet;

/// Days that were late, each counted once. A rate "for each day" taken of the whole price is owed
/// for a day on which something was late, not once for each thing that was.
final class LateDays {

  private final BitSet counted = new BitSet();

  /// How many days after `after`, up to and including `until`, were not counted before. Counts
  /// them.
  int add(LocalDate after, LocalDate until) {
    int from = Math.toIntExact(after.toEpochDay() + 1);
    int to = Math.toIntExact(until.toEpochDay() + 1);
    int before = counted.cardinality();
    counted.set(from, to);
    return counted.cardinality() - before;
  }

  /// The words for so many new days of a lateness of `days`.
  static Explanation words(long fresh, long days) {
    Explanation words = new Explanation("逾期 " + fresh + " 日", Figures.daysLate(fresh));
    long twice = days - fresh;
    return twice == 0
        ? words
        : words.and("（另 " + twice + " 日前文已计）", " (" + twice + " more counted above)");
  }
}
