package org.shouyue.server.bulletin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.InstalledProduct;

/// Tells whether a bulletin and the ledger speak of the same product. CPE names decide where both
/// have one; else the words do, and names that are only alike are said to be so, never dropped.
final class ProductNames {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final int SHORTEST_ALIKE = 3;

  private ProductNames() {}

  enum Likeness {
    SAME,
    ALIKE,
    OTHER
  }

  /// The parts of a CPE name that we look at.
  ///
  /// @param version null when the name leaves it open
  record Cpe(String part, String vendor, String product, @Nullable String version) {
    /// Reads `cpe:2.3:a:vendor:product:version:…` and `cpe:/a:vendor:product:version`; null for
    /// other text.
    static @Nullable Cpe parse(@Nullable String text) {
      if (text == null) {
        return null;
      }
      String[] parts =
          text.strip()
              .toLowerCase(Locale.ROOT)
              .replaceFirst("^cpe:(2\\.3:|/)", "\u0000:")
              .replace("\\:", "\u0001")
              .split(":", -1);
      if (parts.length < 4 || !parts[0].equals("\u0000")) {
        return null;
      }
      String version = parts.length > 4 ? plain(parts[4]) : "*";
      boolean open = version.isEmpty() || version.equals("*") || version.equals("-");
      return new Cpe(parts[1], plain(parts[2]), plain(parts[3]), open ? null : version);
    }

    private static String plain(String part) {
      return part.replace('\u0001', ':').replace("\\", "");
    }
  }

  static Likeness compare(AffectedProduct told, InstalledProduct installed) {
    Cpe theirs = Cpe.parse(told.cpe());
    Cpe ours = Cpe.parse(installed.cpe());
    if (theirs != null && ours != null) {
      boolean same =
          theirs.vendor().equals(ours.vendor()) && theirs.product().equals(ours.product());
      return same ? Likeness.SAME : Likeness.OTHER;
    }
    Set<String> theirNames = names(told.name(), theirs);
    theirNames.add(told.vendor() + " " + told.name());
    Set<String> ourNames = names(installed.name(), ours);
    Likeness best = Likeness.OTHER;
    for (String their : theirNames) {
      for (String our : ourNames) {
        Likeness one = compare(their, our);
        best = one.compareTo(best) < 0 ? one : best;
      }
    }
    return best;
  }

  private static Set<String> names(String name, @Nullable Cpe cpe) {
    Set<String> names = new LinkedHashSet<>(List.of(name));
    if (cpe != null) {
      names.add(cpe.product());
      names.add(cpe.vendor() + " " + cpe.product());
    }
    return names;
  }

  private static Likeness compare(String their, String our) {
    List<String> theirWords = words(their);
    List<String> ourWords = words(our);
    String one = String.join("", theirWords);
    String other = String.join("", ourWords);
    if (one.isEmpty() || other.isEmpty()) {
      return Likeness.OTHER;
    }
    if (one.equals(other)) {
      return Likeness.SAME;
    }
    boolean within =
        new HashSet<>(theirWords).containsAll(ourWords)
            || new HashSet<>(ourWords).containsAll(theirWords)
            || (CHINESE.matcher(one + other).find()
                && (one.contains(other) || other.contains(one)));
    return within && Math.min(one.length(), other.length()) >= SHORTEST_ALIKE
        ? Likeness.ALIKE
        : Likeness.OTHER;
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
