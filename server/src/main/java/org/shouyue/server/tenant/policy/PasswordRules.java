package org.shouyue.server.tenant.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.shouyue.server.problem.Checks;

/// What a password must be like.
///
/// @param shortest characters at least
/// @param kinds of small letters, capitals, digits and other characters, how many must occur
/// @param passphraseFrom a password of so many characters may have one kind less: length is worth
///   more than variety (NIST SP 800-63B)
/// @param history how many former passwords may not be chosen again
/// @param maximumAgeDays after which a new one must be chosen; 0 for never
/// @param weakWords that no password may hold, such as the names that an organisation goes by
public record PasswordRules(
    int shortest,
    int kinds,
    int passphraseFrom,
    int history,
    int maximumAgeDays,
    List<String> weakWords) {
  public static final PasswordRules USUAL = new PasswordRules(10, 3, 15, 5, 90, List.of("shouyue"));

  /// Longer than any that people type; bounds the work of hashing.
  public static final int LONGEST = 200;

  private static final int SHORTEST_NAME = 3;

  /// What guessers try first, bare or with digits and signs around it.
  private static final Set<String> GUESSED_FIRST =
      Set.of(
          "",
          "a",
          "aa",
          "abc",
          "abcd",
          "abcdef",
          "admin",
          "administrator",
          "root",
          "user",
          "guest",
          "test",
          "demo",
          "pass",
          "passwd",
          "password",
          "passw0rd",
          "p@ssw0rd",
          "p@ssword",
          "secret",
          "welcome",
          "letmein",
          "changeme",
          "default",
          "iloveyou",
          "monkey",
          "dragon",
          "master",
          "login",
          "qwe",
          "qwer",
          "qwert",
          "qwerty",
          "qwertyuiop",
          "asdf",
          "asdfgh",
          "asdfghjkl",
          "zxcv",
          "zxcvbn",
          "zxcvbnm",
          "qazwsx",
          "qwaszx",
          "woaini",
          "wodemima",
          "mima",
          "huawei",
          "aini",
          "system",
          "oracle",
          "mysql",
          "server",
          "manager",
          "operator",
          "security",
          "audit");

  public PasswordRules {
    weakWords = weakWords.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    new Checks()
        .that(shortest >= 8 && shortest <= 64, "password.shortest", "须在 8 到 64 之间")
        .that(kinds >= 1 && kinds <= 4, "password.kinds", "须在 1 到 4 之间")
        .that(
            passphraseFrom >= shortest && passphraseFrom <= LONGEST,
            "password.passphraseFrom",
            "须不短于最短长度")
        .that(history >= 0 && history <= 24, "password.history", "须在 0 到 24 之间")
        .that(
            maximumAgeDays >= 0 && maximumAgeDays <= 730,
            "password.maximumAgeDays",
            "须在 0 到 730 之间")
        .that(weakWords.size() <= 500, "password.weakWords", "最多 500 个")
        .done();
  }

  /// What is wrong with a password; nothing when it will do.
  ///
  /// @param names of the person and the organisations, which it may not hold
  public List<String> faults(String password, Collection<String> names) {
    List<String> faults = new ArrayList<>();
    int length = password.codePointCount(0, password.length());
    if (length < shortest) {
      faults.add("至少 " + shortest + " 个字符");
    }
    if (length > LONGEST) {
      faults.add("最多 " + LONGEST + " 个字符");
    }
    int needed = length >= passphraseFrom ? Math.max(1, kinds - 1) : kinds;
    if (kindsIn(password) < needed) {
      faults.add("须含小写字母、大写字母、数字、符号中的 " + needed + " 种");
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (GUESSED_FIRST.contains(bare(folded)) || steps(folded)) {
      faults.add("太常见，容易被猜中");
    }
    Stream.concat(weakWords.stream(), names.stream())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST_NAME || folded.equals(word))
        .filter(folded::contains)
        .findFirst()
        .ifPresent(word -> faults.add("不能含有“" + word + "”"));
    return faults;
  }

  private static long kindsIn(String password) {
    return password
        .codePoints()
        .map(c ->
            Character.isLowerCase(c)
                ? 0
                : Character.isUpperCase(c) ? 1 : Character.isDigit(c) ? 2 : 3)
        .distinct()
        .count();
  }

  private static String bare(String folded) {
    return folded.replaceAll("^[^a-z]+|[^a-z]+$", "");
  }

  /// Whether every character is the neighbour of the one before, or the same: `12345678`, `aaaa`.
  private static boolean steps(String folded) {
    for (int i = 1; i < folded.length(); i++) {
      if (Math.abs(folded.charAt(i) - folded.charAt(i - 1)) > 1) {
        return false;
      }
    }
    return true;
  }
}
