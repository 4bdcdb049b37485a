package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// One penalty, credit or deduction, with the reckoning that leads to it.
///
/// @param party who owes it, in Chinese: 甲方, 乙方
/// @param subject what was broken, in Chinese
/// @param amount null for a credit in time, and where nobody can tell
/// @param explanation how the figure comes about, every factor named
public record ChargeRow(
    Kind kind,
    String party,
    String subject,
    @Nullable BigDecimal amount,
    String explanation,
    @Nullable Lines lines) {

  /// What kind of charge it is.
  public enum Kind {
    PENALTY("违约金", "penalty"),
    CREDIT("服务补偿", "credit"),
    DEDUCTION("扣减", "deduction"),
    /// Whether or how much is owed cannot be told. That is not zero.
    UNDECIDED("无法计算", "undecided");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String chinese() {
      return chinese;
    }

    String english() {
      return english;
    }

    /// The written code: `penalty`.
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
