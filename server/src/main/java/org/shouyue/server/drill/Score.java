package org.shouyue.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a drill measured up against the times that its scenario sets. Only what was kept in time
/// counts as met; what was never done is not met.
///
/// @param met how many targets were kept, of `of`
record Score(int met, int of, List<Target> targets) {
  Score {
    targets = List.copyOf(targets);
  }

  /// One target time.
  ///
  /// @param took how many minutes it took, begun minutes count; null when it never came
  record Target(String what, int withinMinutes, @Nullable Long took, boolean met) {
    static Target of(String what, int within, @Nullable Instant begun, @Nullable Instant done) {
      if (begun == null || done == null) {
        return new Target(what, within, null, false);
      }
      Duration took = Duration.between(begun, done);
      long minutes = took.plusSeconds(59).toMinutes();
      return new Target(what, within, minutes, took.compareTo(Duration.ofMinutes(within)) <= 0);
    }
  }

  static Score of(Drill drill, List<PlacedArtefact> artefacts, List<DrillRows.Step> steps) {
    List<Target> targets = new ArrayList<>();
    for (PlacedArtefact one : artefacts) {
      targets.add(
          Target.of(
              "发现：" + Described.what(one.artefact()),
              drill.noticeMinutes(),
              one.placedAt(),
              one.noticedAt()));
    }
    for (DrillRows.Step step : steps) {
      targets.add(Target.of(step.what(), step.withinMinutes(), drill.startedAt(), step.tickedAt()));
    }
    return new Score((int) targets.stream().filter(Target::met).count(), targets.size(), targets);
  }
}
