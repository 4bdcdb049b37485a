package org.shouyue.server.acceptance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One application for an acceptance that the contract plans, and what came of it.
///
/// @param ordinal which acceptance of the contract, counted from 1 in its order
/// @param round counted from 1; those after the first follow a refusal
/// @param judgeBy last day for the client to judge; null when the contract sets none
/// @param mendBy last day to mend what was refused; null when the contract sets none
/// @param reportId the report that both sides signed; null until then
record AcceptanceRound(
    UUID id,
    UUID clientId,
    UUID contractId,
    int ordinal,
    int round,
    LocalDate serviceFrom,
    LocalDate serviceUntil,
    String statement,
    Instant appliedAt,
    String appliedBy,
    @Nullable LocalDate judgeBy,
    UUID acceptanceId,
    State state,
    @Nullable Instant judgedAt,
    @Nullable String judgedBy,
    @Nullable String remarks,
    @Nullable LocalDate mendBy,
    @Nullable String providerName,
    @Nullable String providerRole,
    @Nullable Instant providerSignedAt,
    @Nullable UUID reportId) {

  /// Where it stands.
  enum State {
    APPLIED,
    ACCEPTED,
    REFUSED;

    /// The written code, `applied`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// What the client says of one promise.
  enum Judgement {
    OPEN,
    PASS,
    FAIL;

    /// The written code, `pass`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Judgement of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// One line of the checklist: a promise, what the record says, what the client says.
  ///
  /// @param verdict what the occurrences add up to, `kept`
  /// @param ticketId the rectification that a refusal opened for it; null for none
  record Check(
      String serviceId,
      @Nullable String clause,
      String title,
      String verdict,
      int due,
      int done,
      int late,
      int missed,
      Judgement judgement,
      @Nullable String remark,
      @Nullable String judgedBy,
      @Nullable UUID ticketId) {}
}
