package org.shouyue.server.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run came to.
public sealed interface Outcome {

  /// The work was done, whether or not it found anything wrong.
  ///
  /// @param proofs what it leaves as evidence
  /// @param found everything wrong that the run could see: what it names no more is gone
  /// @param measure for watched work, whether the asset was up and how fast; null otherwise
  /// @param memory what the next run on this asset wants to know, as JSON; null to leave what is
  ///   remembered as it is
  record Completed(
      List<Proof> proofs, List<Found> found, @Nullable Measure measure, @Nullable String memory)
      implements Outcome {
    public Completed {
      proofs = List.copyOf(proofs);
      found = List.copyOf(found);
    }

    /// One that measured nothing and remembers nothing.
    public static Completed of(List<Proof> proofs, List<Found> found) {
      return new Completed(proofs, found, null, null);
    }
  }

  /// The run can say nothing about the promise: refused by the permit, no answer, broken tools.
  ///
  /// @param passing true when our own pacing held it back: tried again within half a minute, and
  ///   not counted as a try
  record Unable(String reason, boolean passing) implements Outcome {
    public Unable(String reason) {
      this(reason, false);
    }
  }

  /// Somebody stopped it.
  record Cancelled() implements Outcome {}

  /// One measurement of something watched.
  ///
  /// @param note what was seen, `HTTP 200`
  record Measure(boolean up, int millis, String note) {}
}
