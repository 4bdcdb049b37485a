package org.shouyue.server.backup;

import java.time.Instant;
import java.util.List;

/// What a restore brought back.
///
/// @param brokenChains chains of audit or evidence that do not hold together; they did not when the
///   backup was made either
/// @param missing evidence whose file is not there or was altered
record RestoreReport(
    Instant takenAt,
    int tables,
    long rows,
    long files,
    List<String> brokenChains,
    List<String> missing) {
  public RestoreReport {
    brokenChains = List.copyOf(brokenChains);
    missing = List.copyOf(missing);
  }

  boolean sound() {
    return brokenChains.isEmpty() && missing.isEmpty();
  }
}
