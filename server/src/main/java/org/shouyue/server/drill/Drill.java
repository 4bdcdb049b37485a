package org.shouyue.server.drill;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A drill (应急演练).
///
/// @param scenario what is played, from the version of the plan that is in force when it is
///   prepared
/// @param noticeMinutes within how many minutes it should be noticed
/// @param abortCriteria when it is broken off
/// @param limitMinutes after how many minutes everything is undone by itself
/// @param endedHow `finished`, `aborted`, `timed-out` or `refused`
/// @param obligationId the obligation that it fulfils; null when none waited for it
record Drill(
    UUID id,
    UUID clientId,
    UUID contractId,
    UUID planId,
    int planVersion,
    String number,
    String title,
    String scenario,
    int noticeMinutes,
    String goal,
    String environment,
    String participants,
    String abortCriteria,
    int limitMinutes,
    Instant plannedFor,
    DrillState state,
    Instant preparedAt,
    String preparedBy,
    @Nullable Instant startedAt,
    @Nullable String startedBy,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    @Nullable String endedHow,
    @Nullable String endedWhy,
    String summary,
    @Nullable UUID reportId,
    @Nullable UUID obligationId,
    @Nullable Instant closedAt) {
  /// The name under which other rooms speak of it.
  String about() {
    return "drill/" + id;
  }

  /// What every artefact bears, so that whoever finds it can tell that it is a drill's.
  String marker() {
    return "SHOUYUE-DRILL " + number;
  }
}
