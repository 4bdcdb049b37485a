package org.shouyue.contract.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;

/// Finds the service level that a penalty clause speaks of.
final class Levels {

  private Levels() {}

  /// The level in the same sentence as the clause, or with the event's subject, or with a subject
  /// that contains it or is contained in it (故障 and 网站故障), or the only one there is. Null when none
  /// or several come into question.
  ///
  /// @param promised which levels come into question at all
  static @Nullable ServiceLevel find(
      Contract contract, Penalty clause, String subject, Predicate<ServiceLevel> promised) {
    List<ServiceLevel> levels = contract.serviceLevels().stream().filter(promised).toList();
    List<Predicate<ServiceLevel>> rules =
        List.of(
            level -> overlap(level.lines(), clause.lines()),
            level -> level.subject().equals(subject),
            level -> subject.contains(level.subject()) || level.subject().contains(subject),
            _ -> true);
    for (Predicate<ServiceLevel> rule : rules) {
      List<ServiceLevel> found = new ArrayList<>(levels);
      found.removeIf(rule.negate());
      if (!found.isEmpty()) {
        return found.size() == 1 ? found.getFirst() : null;
      }
    }
    return null;
  }

  private static boolean overlap(@Nullable Lines one, @Nullable Lines other) {
    return one != null && other != null && one.from() <= other.to() && other.from() <= one.to();
  }
}
