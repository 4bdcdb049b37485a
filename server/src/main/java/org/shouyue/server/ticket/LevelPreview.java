package org.shouyue.server.ticket;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.server.work.Severity;

/// By what a ticket would be measured if it were opened now.
///
/// @param doubt what a person should look at because several contracts come into question; null
///   when only one does
/// @param subject what the limits apply to, in the contract's words; null when it promises none
/// @param grade as the contract prints it; null when it knows none
/// @param respondSeconds until somebody acts; null when not promised, as for the others
/// @param countedTime `24x7` or `working`; null without a limit
/// @param grades the grades that may be named for such a ticket, the worst first
record LevelPreview(
    @Nullable String doubt,
    @Nullable String subject,
    @Nullable String grade,
    @Nullable Long respondSeconds,
    @Nullable Long onSiteSeconds,
    @Nullable Long resolveSeconds,
    @Nullable Long feedbackSeconds,
    @Nullable String countedTime,
    List<String> grades) {

  LevelPreview {
    grades = List.copyOf(grades);
  }

  static LevelPreview of(
      Contract contract,
      TicketKind kind,
      Severity severity,
      @Nullable String grade,
      @Nullable String doubt) {
    List<ServiceLevel> levels = contract.serviceLevels();
    List<String> grades =
        LevelChoice.grades(contract, kind).stream()
            .map(n -> levels.get(n).severity())
            .filter(Objects::nonNull)
            .toList();
    Integer chosen = LevelChoice.of(contract, kind, severity, grade);
    if (chosen == null) {
      return new LevelPreview(doubt, null, null, null, null, null, null, null, grades);
    }
    ServiceLevel level = levels.get(chosen);
    return new LevelPreview(
        doubt,
        level.subject(),
        level.severity(),
        seconds(level.ownRespond()),
        seconds(level.onSite()),
        seconds(level.resolve()),
        seconds(level.feedback()),
        level.calendar().code(),
        grades);
  }

  private static @Nullable Long seconds(@Nullable Duration limit) {
    return limit == null ? null : limit.toSeconds();
  }
}
