package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Lines;

/// Gathers what only a person can decide, in the order in which it is found.
final class Findings {
  /// A form with more blanks than this is not worth listing further.
  private static final int MOST = 200;

  private final List<Ambiguity> found = new ArrayList<>();

  void conflict(String message, Lines lines) {
    add(new Ambiguity(Ambiguity.Code.CONFLICT, message, lines));
  }

  void blank(String message, Lines lines) {
    add(new Ambiguity(Ambiguity.Code.BLANK, message, lines));
  }

  void unclear(String message, Lines lines) {
    add(new Ambiguity(Ambiguity.Code.UNCLEAR, message, lines));
  }

  private void add(Ambiguity ambiguity) {
    if (found.size() < MOST && !found.contains(ambiguity)) {
      found.add(ambiguity);
    }
  }

  /// Whether a blank was already found in these lines.
  boolean hasBlankAt(Lines lines) {
    return found.stream()
        .anyMatch(other ->
            other.code() == Ambiguity.Code.BLANK
                && other.lines() != null
                && other.lines().from() <= lines.to()
                && lines.from() <= other.lines().to());
  }

  List<Ambiguity> all() {
    return found.stream()
        .sorted(
            java.util.Comparator.comparingInt(
                ambiguity -> ambiguity.lines() == null ? 0 : ambiguity.lines().from()))
        .toList();
  }
}
