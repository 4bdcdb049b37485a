package org.shouyue.server.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The client's right to end the contract because refused work was not mended, as the contract's
/// own text gives it: so many failed rectifications, or one that was not done in its time. Pure.
///
/// @param line where the contract says so, counted from 1
/// @param clause the sentence
/// @param failures how many failed rectifications give the right; null when none are counted
/// @param lateGives whether a rectification not made in time gives it too
record TerminationRight(int line, String clause, @Nullable Integer failures, boolean lateGives) {
  private static final String DIGITS = "一二三四五六七八九十";
  private static final Pattern COUNTED =
      Pattern.compile("整改\\s*[【\\[（(]?\\s*(\\d+|[一二三四五六七八九十])\\s*[】\\]）)]?\\s*次");

  /// The right that a contract gives; null when it gives none.
  static @Nullable TerminationRight of(List<String> source) {
    for (int i = 0; i < source.size(); i++) {
      String line = source.get(i);
      boolean ends = line.contains("解除") && line.contains("合同") && line.contains("整改");
      if (!ends) {
        continue;
      }
      Matcher counted = COUNTED.matcher(line);
      Integer failures = counted.find() ? number(counted.group(1)) : null;
      boolean late = line.contains("未能整改") || line.contains("逾期未整改");
      if (failures != null || late) {
        return new TerminationRight(i + 1, line.strip(), failures, late);
      }
    }
    return null;
  }

  /// How the clause is understood, for people to see before it counts. 以上 takes in the number
  /// itself (民法典 article 1259), so that 整改3次以上 is fulfilled by the third failure; what is counted
  /// are the acceptances that were refused.
  String reading() {
    List<String> said = new ArrayList<>();
    if (failures != null) {
      said.add(
          "“整改%d次以上”含第%d次（《民法典》第一千二百五十九条：“以上”包括本数）；次数按验收不合格的轮次计算，第%d次不合格时条件成就"
              .formatted(failures, failures, failures));
    }
    if (lateGives) {
      said.add("整改期限届满仍未重新申请验收的，条件亦成就");
    }
    return String.join("；", said) + "。是否解除由甲方决定，本系统只提示条件是否成就。";
  }

  /// Why the right exists now; null while it does not.
  ///
  /// @param rounds of one acceptance, in order
  @Nullable String because(List<AcceptanceRound> rounds, LocalDate today) {
    long refused = rounds.stream().filter(r -> r.state() == AcceptanceRound.State.REFUSED).count();
    Integer limit = failures;
    if (limit != null && refused >= limit) {
      return "验收不合格已达%d次".formatted(refused);
    }
    return lateGives && !rounds.isEmpty() ? overdue(rounds.getLast(), today) : null;
  }

  private static @Nullable String overdue(AcceptanceRound last, LocalDate today) {
    LocalDate mendBy = last.mendBy();
    boolean over =
        last.state() == AcceptanceRound.State.REFUSED && mendBy != null && today.isAfter(mendBy);
    return over ? "整改期限%s已过，仍未重新申请验收".formatted(mendBy) : null;
  }

  private static int number(String written) {
    int digit = DIGITS.indexOf(written);
    return digit >= 0 ? digit + 1 : Integer.parseInt(written);
  }
}
