package org.shouyue.contract.score;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// One entry of a list field as plain values, from a key or from a contract.
///
/// @param values what must agree, by name; a list in a key offers several right values
/// @param lists names to be found one by one (deliverables, scope); only what the key lists counts
/// @param optional true for an entry of a key that may be read or left out
record Fact(
    @Nullable Lines lines,
    Map<String, @Nullable Object> values,
    Map<String, List<String>> lists,
    boolean optional) {

  /// Whether a read fact is what this fact of a key asks for: the lines overlap, every value
  /// agrees.
  boolean accepts(Fact read) {
    return overlaps(read) && differences(read) == 0;
  }

  boolean overlaps(Fact read) {
    return lines == null
        || read.lines == null
        || (lines.from() <= read.lines.to() && read.lines.from() <= lines.to());
  }

  private int differences(Fact read) {
    int differences = 0;
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      differences += agrees(entry.getValue(), read.values.get(entry.getKey())) ? 0 : 1;
    }
    return differences;
  }

  static boolean agrees(@Nullable Object wanted, @Nullable Object read) {
    if (wanted instanceof List<?> alternatives) {
      return alternatives.stream().anyMatch(alternative -> agrees(alternative, read));
    }
    if (wanted == null || read == null) {
      return wanted == null && read == null;
    }
    String one = wanted.toString().strip();
    String other = read.toString().strip();
    return one.equals(other)
        || sameNumber(one, other)
        || samePeriod(one, other)
        || sameDuration(one, other);
  }

  private static boolean sameNumber(String one, String other) {
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException noNumbers) {
      return false;
    }
  }

  private static boolean sameDuration(String one, String other) {
    try {
      return Duration.parse(one).equals(Duration.parse(other));
    } catch (DateTimeException noDurations) {
      return false;
    }
  }

  private static boolean samePeriod(String one, String other) {
    try {
      return Period.parse(one).normalized().equals(Period.parse(other).normalized());
    } catch (DateTimeException noPeriods) {
      return false;
    }
  }
}
