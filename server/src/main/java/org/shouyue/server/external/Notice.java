package org.shouyue.server.external;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is special about a ticket of kind external.
///
/// @param documentNumber as printed, `X网信〔2026〕3号`; empty when there is none
/// @param answerDue by when the authority wants its answer
/// @param sourceSeq the document in the contract's chain; null when none was handed in
/// @param answer the written answer; null while there is none
/// @param paperId the answer as a document; null while there is none
record Notice(
    UUID ticketId,
    UUID clientId,
    UUID contractId,
    String issuer,
    IssuerKind issuerKind,
    String documentNumber,
    Instant receivedAt,
    Instant answerDue,
    NoticeState state,
    @Nullable Long sourceSeq,
    @Nullable String answer,
    @Nullable UUID paperId,
    @Nullable Instant sentAt,
    @Nullable String sentBy,
    @Nullable String sentVia,
    @Nullable Instant receiptAt,
    @Nullable String receipt) {

  /// The thing's name in evidence, notices and the audit trail.
  String about() {
    return "external/" + ticketId;
  }
}
