package org.shouyue.server.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// What changed between two versions, line by line, by their longest common subsequence.
final class Difference {
  private Difference() {}

  enum Kind {
    SAME,
    ADDED,
    REMOVED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Line(Kind kind, String text) {}

  static List<Line> between(List<String> before, List<String> after) {
    int[][] common = common(before, after);
    List<Line> lines = new ArrayList<>();
    int b = before.size();
    int a = after.size();
    while (b > 0 || a > 0) {
      if (b > 0 && a > 0 && before.get(b - 1).equals(after.get(a - 1))) {
        lines.add(new Line(Kind.SAME, before.get(--b)));
        a--;
      } else if (a > 0 && (b == 0 || common[b][a - 1] >= common[b - 1][a])) {
        lines.add(new Line(Kind.ADDED, after.get(--a)));
      } else {
        lines.add(new Line(Kind.REMOVED, before.get(--b)));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int b = 1; b <= before.size(); b++) {
      for (int a = 1; a <= after.size(); a++) {
        common[b][a] =
            before.get(b - 1).equals(after.get(a - 1))
                ? common[b - 1][a - 1] + 1
                : Math.max(common[b - 1][a], common[b][a - 1]);
      }
    }
    return common;
  }
}
