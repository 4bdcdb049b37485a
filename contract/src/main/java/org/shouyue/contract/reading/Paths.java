package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouyue.contract.reading.Label.Style;

/// Names clauses by their numbers from the top down: 3.1.2, A.2, 2-15.
final class Paths {
  private Paths() {}

  /// The path of a clause; a dotted number stands for itself and what is above it.
  static String of(Clause clause) {
    List<String> parts = new ArrayList<>();
    Clause here = clause;
    while (here != null) {
      Label label = here.label();
      if (label != null) {
        parts.addFirst(part(label));
        if (label.style() == Style.DECIMAL) {
          break;
        }
      }
      here = here.parent();
    }
    return String.join(".", parts);
  }

  private static String part(Label label) {
    if (label.style() == Style.PART) {
      return String.valueOf((char) ('A' + Math.min(25, label.ordinal() - 1)));
    }
    boolean dashed = label.printed().indexOf('-') >= 0;
    return label.path().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(dashed ? "-" : "."));
  }
}
