package org.shouyue.server.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// An invoice for one instalment.
///
/// @param instalment its ordinal in the plan
/// @param deliveredOn the day on which the client had it
/// @param evidenceSeq the record of its file in the contract's chain
record Invoice(
    UUID id,
    UUID clientId,
    UUID contractId,
    int instalment,
    String number,
    LocalDate issuedOn,
    LocalDate deliveredOn,
    BigDecimal amount,
    long evidenceSeq,
    Instant enteredAt,
    String enteredBy) {}
