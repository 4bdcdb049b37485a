package org.shouyue.contract.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.shouyue.contract.Wording;

/// Guesses which key was meant.
final class Spelling {

  /// More wrong letters than this and it is another word.
  private static final int NEAR = 3;

  private Spelling() {}

  /// What to write instead of an unknown key.
  static Wording suggestion(String written, Collection<String> known) {
    String keys = String.join(", ", known);
    return known.stream()
        .filter(key -> distance(plain(written), plain(key)) <= NEAR)
        .min(Comparator.comparingInt(key -> distance(plain(written), plain(key))))
        .map(key -> new Wording("是否想写 " + key + "？", "did you mean " + key + "?"))
        .orElse(new Wording("可用的键：" + keys, "the keys are " + keys));
  }

  private static String plain(String key) {
    return key.substring(0, Math.min(40, key.length()))
        .toLowerCase(Locale.ROOT)
        .replace("_", "")
        .replace("-", "");
  }

  /// Levenshtein's distance.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int at = 0; at <= other.length(); at++) {
      row[at] = at;
    }
    for (int left = 1; left <= one.length(); left++) {
      int diagonal = row[0];
      row[0] = left;
      for (int right = 1; right <= other.length(); right++) {
        int replaced = diagonal + (one.charAt(left - 1) == other.charAt(right - 1) ? 0 : 1);
        diagonal = row[right];
        row[right] = Math.min(replaced, Math.min(row[right], row[right - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
