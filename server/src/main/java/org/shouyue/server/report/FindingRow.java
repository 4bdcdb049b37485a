package org.shouyue.server.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something wrong that was found on an asset (问题).
///
/// @param asset where; null when it concerns no single asset
/// @param state written code: open, fixed, dismissed …
/// @param ticket number of the ticket that carries the mending; null when there is none
/// @param evidence numbers of the evidence records that show it
public record FindingRow(
    String id,
    String title,
    String severity,
    @Nullable String asset,
    String state,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable String ticket,
    List<Long> evidence) {

  public FindingRow {
    evidence = List.copyOf(evidence);
  }
}
