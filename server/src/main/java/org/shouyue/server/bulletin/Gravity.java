package org.shouyue.server.bulletin;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Severity;

/// How bad a bulletin is, by the words and scores that its source uses.
final class Gravity {
  private static final Map<String, Severity> NAMES =
      Map.ofEntries(
          Map.entry("critical", Severity.CRITICAL),
          Map.entry("high", Severity.HIGH),
          Map.entry("important", Severity.HIGH),
          Map.entry("medium", Severity.MEDIUM),
          Map.entry("moderate", Severity.MEDIUM),
          Map.entry("low", Severity.LOW),
          Map.entry("none", Severity.INFO),
          Map.entry("超危", Severity.CRITICAL),
          Map.entry("严重", Severity.CRITICAL),
          Map.entry("高危", Severity.HIGH),
          Map.entry("中危", Severity.MEDIUM),
          Map.entry("低危", Severity.LOW));

  private Gravity() {}

  /// The severity of this name; null when it is none.
  static @Nullable Severity named(String word) {
    return NAMES.get(word.strip().toLowerCase(Locale.ROOT));
  }

  /// The severity of a CVSS base score (CVSS 3.1 §5).
  static Severity scored(double score) {
    if (score >= 9.0) {
      return Severity.CRITICAL;
    }
    if (score >= 7.0) {
      return Severity.HIGH;
    }
    if (score >= 4.0) {
      return Severity.MEDIUM;
    }
    return score > 0 ? Severity.LOW : Severity.INFO;
  }

  /// The worst severity that a text speaks of; medium when it speaks of none.
  static Severity mentioned(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    Severity worst = null;
    for (Map.Entry<String, Severity> name : NAMES.entrySet()) {
      boolean telling = !name.getKey().equals("none") && !name.getKey().equals("important");
      if (telling
          && words.matches("(?s).*(?<![a-z])" + name.getKey() + "(?![a-z]).*")
          && (worst == null || name.getValue().atLeast(worst))) {
        worst = name.getValue();
      }
    }
    return worst == null ? Severity.MEDIUM : worst;
  }
}
