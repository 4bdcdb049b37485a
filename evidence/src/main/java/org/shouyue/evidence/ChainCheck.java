package org.shouyue.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks that records follow one another without a gap.
public final class ChainCheck {
  private ChainCheck() {}

  /// The first record that does not follow the one before it, or null when all do. The first record
  /// of the list is taken as it is: a package may hold a part of a chain.
  public static @Nullable EvidenceRecord firstBreak(List<EvidenceRecord> records) {
    EvidenceRecord last = null;
    for (EvidenceRecord record : records) {
      if (last != null && !follows(record, last)) {
        return record;
      }
      last = record;
    }
    return null;
  }

  private static boolean follows(EvidenceRecord record, EvidenceRecord last) {
    return record.seq() == last.seq() + 1
        && record.previous().equals(last.digest())
        && record.item().contract().equals(last.item().contract());
  }
}
