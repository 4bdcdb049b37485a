package org.shouyue.server.consulting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing to do about a gap.
///
/// @param clause which control it mends; null for one that somebody added
/// @param priority 1 first, 3 last
record Measure(
    UUID id, @Nullable String clause, Horizon horizon, int priority, String title, String body) {

  /// By when.
  enum Horizon {
    /// Within half a year (近期规划).
    NEAR("近期"),
    /// Within one or two years (中期规划).
    MIDDLE("中期"),
    /// Within three to five years (远期规划).
    LONG("远期");

    private final String chinese;

    Horizon(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Horizon of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// The measures that the gaps of a self-check ask for: what weighs most and is missing wholly
  /// comes first.
  static List<Measure> of(List<Control> controls, Map<String, Verdict> verdicts) {
    return controls.stream()
        .filter(control -> isGap(verdicts.get(control.clause())))
        .map(control -> {
          int urgency = control.weight() + (verdicts.get(control.clause()) == Verdict.NOT ? 1 : 0);
          Horizon horizon =
              urgency >= 4 ? Horizon.NEAR : urgency == 3 ? Horizon.MIDDLE : Horizon.LONG;
          return new Measure(
              UUID.randomUUID(),
              control.clause(),
              horizon,
              4 - control.weight(),
              control.name(),
              "补齐" + control.area() + "的“" + control.name() + "”，直至能肯定地回答：" + control.asks());
        })
        .toList();
  }

  private static boolean isGap(@Nullable Verdict verdict) {
    return verdict != null && verdict.isGap();
  }
}
