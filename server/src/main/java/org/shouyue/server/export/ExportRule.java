package org.shouyue.server.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a client wants to be asked before a file with its data is taken.
///
/// @param approval whether each file of the provider's people needs an approval of its own
/// @param approverId whom the signatory lets answer too; null for the signatories alone
/// @param reason why it is so: the words of the contract, or what was said when it was set
/// @param setAt null when nobody has set anything: nothing is demanded
record ExportRule(
    UUID clientId,
    boolean approval,
    @Nullable UUID approverId,
    String reason,
    @Nullable Instant setAt,
    @Nullable String setBy) {

  /// What holds for a client of whom nobody has said anything.
  static ExportRule none(UUID client) {
    return new ExportRule(client, false, null, "", null, null);
  }
}
