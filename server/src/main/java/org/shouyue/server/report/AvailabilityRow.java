package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// How available one asset was in one month, as seen by the checks made from outside.
///
/// @param checks how many checks were made
/// @param failed how many of them found the asset down
/// @param undecided how many could not tell; they count neither way
/// @param observedSeconds time that the checks cover
/// @param outageSeconds time that the asset was down, the sum of the listed outages
/// @param target promised share as a fraction; null when none is promised
public record AvailabilityRow(
    String asset,
    YearMonth month,
    long checks,
    long failed,
    long undecided,
    long observedSeconds,
    long outageSeconds,
    @Nullable BigDecimal target) {

  public AvailabilityRow {
    if (outageSeconds > observedSeconds || outageSeconds < 0) {
      throw new IllegalArgumentException(
          "an outage of " + outageSeconds + " s is not inside " + observedSeconds + " s observed");
    }
  }

  /// Share of the observed time that the asset was up, six digits, rounded down; null when nothing
  /// was observed.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public @Nullable BigDecimal share() {
    if (observedSeconds == 0) {
      return null;
    }
    return BigDecimal.valueOf(observedSeconds - outageSeconds)
        .divide(BigDecimal.valueOf(observedSeconds), 6, RoundingMode.DOWN);
  }

  /// Whether the target was kept; null when there is none or nothing was observed.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public @Nullable Boolean kept() {
    BigDecimal share = share();
    return (target == null || share == null) ? null : share.compareTo(target) >= 0;
  }
}
