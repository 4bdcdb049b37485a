package org.shouyue.server.consulting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a self-check comes to: the weighted share of controls that are met, a control that is
/// partly met counting half, those that do not apply counting for nothing. Our own measure, to find
/// what to mend first; it is not the score of a rated assessment (等级测评).
///
/// @param percent rounded down; null while nothing that applies is answered
/// @param areas the same for each area, in the order of the standard
/// @param answered how many controls are answered
/// @param total how many there are
/// @param gaps how many are not, or only partly, met
record Score(@Nullable Integer percent, List<Area> areas, int answered, int total, int gaps) {

  /// One area's share; null while nothing that applies is answered.
  record Area(String name, @Nullable Integer percent, int gaps) {}

  static Score of(List<Control> controls, Map<String, Verdict> verdicts) {
    Map<String, Sum> areas = new LinkedHashMap<>();
    Sum whole = new Sum();
    for (Control control : controls) {
      Sum area = areas.computeIfAbsent(control.area(), _ -> new Sum());
      Verdict verdict = verdicts.get(control.clause());
      if (verdict != null) {
        area.add(control, verdict);
        whole.add(control, verdict);
      }
    }
    return new Score(
        whole.percent(),
        areas.entrySet().stream()
            .map(area -> new Area(area.getKey(), area.getValue().percent(), area.getValue().gaps))
            .toList(),
        whole.answered,
        controls.size(),
        whole.gaps);
  }

  /// Adds up one area, or all.
  private static final class Sum {
    private int reached;
    private int possible;
    private int answered;
    private int gaps;

    void add(Control control, Verdict verdict) {
      answered++;
      gaps += verdict.isGap() ? 1 : 0;
      if (verdict != Verdict.NOT_APPLICABLE) {
        reached += verdict.halves() * control.weight();
        possible += 2 * control.weight();
      }
    }

    @Nullable Integer percent() {
      return possible == 0 ? null : reached * 100 / possible;
    }
  }
}
