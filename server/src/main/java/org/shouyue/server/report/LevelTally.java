package org.shouyue.server.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How many clocks were met and how many were not, for one level or one month.
///
/// @param name the level (`安全事件 · 一级 · 响应 30 分钟`) or the month (`2026-03`)
/// @param running clocks that still run and count neither way
/// @param share met among the decided, as a fraction with four digits; null when none is decided
public record LevelTally(
    String name, int met, int breached, int running, @Nullable BigDecimal share) {

  /// Counts the clocks of each group, groups in order of their first clock.
  static List<LevelTally> by(Function<ClockRow, String> group, Collection<ClockRow> clocks) {
    var groups = new LinkedHashMap<String, List<ClockRow>>();
    for (ClockRow clock : clocks) {
      groups.computeIfAbsent(group.apply(clock), _ -> new ArrayList<>()).add(clock);
    }
    return groups.entrySet().stream().map(e -> over(e.getKey(), e.getValue())).toList();
  }

  static LevelTally over(String name, Collection<ClockRow> clocks) {
    int met = count(clocks, ClockRow.State.MET);
    int breached = count(clocks, ClockRow.State.BREACHED);
    int running = count(clocks, ClockRow.State.RUNNING);
    return new LevelTally(name, met, breached, running, share(met, met + breached));
  }

  private static int count(Collection<ClockRow> clocks, ClockRow.State state) {
    return (int) clocks.stream().filter(clock -> clock.state() == state).count();
  }

  private static @Nullable BigDecimal share(int met, int decided) {
    return decided == 0
        ? null
        : BigDecimal.valueOf(met).divide(BigDecimal.valueOf(decided), 4, RoundingMode.DOWN);
  }
}
