package org.shouyue.server.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A reason for which a contract lets a clock stand still.
///
/// @param reason as it is written into the log
/// @param clause the words of the contract that allow it; null where the contract says nothing and
///   the reason is nobody's promise: who waits for the other side cannot be late
/// @param line the clause's line in the document, from 1; null like the clause
record PauseReason(String reason, @Nullable String clause, @Nullable Integer line) {
  private static final int LONGEST_CLAUSE = 160;

  /// 因甲方机房停电导致无法处理的，时间不计入故障处理时限.
  private static final Pattern NOT_COUNTED =
      Pattern.compile(
          "(?:因|由于)([^,，。;；、]{2,12}?)(?:的?原因)?(?:导致|造成|引起|影响|而|,|，)[^。;；]{0,40}?"
              + "(?:时间|时限|时长|期间)?(?:不计入|不计算在|暂停计时|中止计时|时限顺延|时间顺延|相应顺延)");

  private static final Pattern FORCE_MAJEURE = Pattern.compile("不可抗力[^。]{6,}");

  /// The reasons that stand everywhere, with the clause where the contract has one, and those that
  /// only this contract knows.
  static List<PauseReason> of(List<String> source) {
    List<PauseReason> reasons = new ArrayList<>();
    reasons.add(new PauseReason("等待甲方", null, null));
    reasons.add(new PauseReason("等待第三方", null, null));
    reasons.add(forceMajeure(source));
    for (int n = 0; n < source.size(); n++) {
      Matcher found = NOT_COUNTED.matcher(source.get(n));
      if (found.find()) {
        String reason = found.group(1).strip();
        if (reasons.stream().noneMatch(known -> known.reason().equals(reason))) {
          reasons.add(new PauseReason(reason, clause(source.get(n)), n + 1));
        }
      }
    }
    return List.copyOf(reasons);
  }

  private static PauseReason forceMajeure(List<String> source) {
    for (int n = 0; n < source.size(); n++) {
      if (FORCE_MAJEURE.matcher(source.get(n)).find()) {
        return new PauseReason("不可抗力", clause(source.get(n)), n + 1);
      }
    }
    return new PauseReason("不可抗力", null, null);
  }

  private static String clause(String line) {
    String words = line.strip();
    return words.length() <= LONGEST_CLAUSE ? words : words.substring(0, LONGEST_CLAUSE) + "…";
  }
}
