package org.shouyue.contract.assist;

import java.util.List;
import org.shouyue.contract.Wording;

/// What came of asking.
public sealed interface AssistOutcome {

  /// The model answered.
  ///
  /// @param proposals that are valid, at most fifty
  /// @param discarded why others were not kept, for the log
  record Proposed(List<Proposal> proposals, List<String> discarded) implements AssistOutcome {
    public Proposed {
      proposals = List.copyOf(proposals);
      discarded = List.copyOf(discarded);
    }
  }

  /// The model did not answer, or not with anything usable. The contract is read without it.
  record Unavailable(Wording reason) implements AssistOutcome {}
}
