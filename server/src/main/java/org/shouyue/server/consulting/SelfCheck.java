package org.shouyue.server.consulting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A self-check of one system.
///
/// @param level its protection level, 2 or 3
/// @param finishedAt null while it is open
/// @param paperId the report; null while it is open
/// @param obligationId the promise that it kept; null when none was waiting
record SelfCheck(
    UUID id,
    UUID clientId,
    UUID contractId,
    String system,
    int level,
    Instant begunAt,
    String begunBy,
    @Nullable Instant finishedAt,
    @Nullable UUID paperId,
    @Nullable UUID obligationId) {

  /// What was answered about a control.
  ///
  /// @param evidenceSeq a file that shows it, in the contract's chain; null for none
  /// @param ticketId the ticket to mend it; null for none
  record Answer(
      String clause,
      Verdict verdict,
      @Nullable String note,
      @Nullable Long evidenceSeq,
      Instant answeredAt,
      String answeredBy,
      @Nullable UUID ticketId) {}
}
