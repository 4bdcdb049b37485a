package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a grade follows from by GB/T 20986-2023, clause 6: how important the object is, how badly
/// its work suffers, and what harm it does to society.
record Factors(Importance importance, Loss loss, Impact impact) {

  /// 事件影响对象的重要程度
  enum Importance {
    /// 特别重要
    SPECIAL(0),
    /// 重要
    IMPORTANT(1),
    /// 一般
    ORDINARY(2);

    private final int below;

    Importance(int below) {
      this.below = below;
    }

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Importance of(String code) {
      return Codes.of(values(), Importance::code, code);
    }
  }

  /// 业务损失的严重程度
  enum Loss {
    /// 特别严重
    EXTREME(0),
    /// 严重
    SEVERE(1),
    /// 较大
    CONSIDERABLE(2),
    /// 较小
    MINOR(3);

    private final int below;

    Loss(int below) {
      this.below = below;
    }

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Loss of(String code) {
      return Codes.of(values(), Loss::code, code);
    }
  }

  /// 社会危害的严重程度
  enum Impact {
    /// 特别重大
    EXTRAORDINARY(0),
    /// 重大
    MAJOR(1),
    /// 较大
    CONSIDERABLE(2),
    /// 一般
    GENERAL(3);

    private final int below;

    Impact(int below) {
      this.below = below;
    }

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Impact of(String code) {
      return Codes.of(values(), Impact::code, code);
    }
  }

  /// The grade that the standard's table gives. Each step down in importance or in loss is one
  /// grade less; the harm to society alone can raise it. A person confirms it or says why not.
  Grade proposal() {
    return Grade.below(Math.min(importance.below + loss.below, impact.below));
  }
}
