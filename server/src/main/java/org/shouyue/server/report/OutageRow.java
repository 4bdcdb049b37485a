package org.shouyue.server.report;

import java.time.Instant;
import java.util.List;

/// One time that an asset was down.
///
/// @param from the first check that found it down
/// @param to the first check that found it up again, or the end of the period
/// @param evidence numbers of the evidence records that prove it
public record OutageRow(String asset, Instant from, Instant to, List<Long> evidence) {

  public OutageRow {
    evidence = List.copyOf(evidence);
  }
}
