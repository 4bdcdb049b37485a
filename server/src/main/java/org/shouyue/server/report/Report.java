package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report that was drawn up.
///
/// @param contractId null for a paper that belongs to no contract
/// @param period the month, `2026-03`, or what else it is about in time; may be empty
/// @param form what its content is
/// @param content what it says, as JSON
/// @param about the thing that it is about
record Report(
    UUID id,
    UUID clientId,
    @Nullable UUID contractId,
    String kind,
    String period,
    String number,
    String title,
    String about,
    Form form,
    String content,
    State state,
    Instant createdAt,
    String createdBy) {

  /// How far a report is on its way to the client.
  enum State {
    /// Drawn by a person or an occasion; goes nowhere unless somebody approves it.
    READY,
    /// Drawn by the product for a date in the contract; waits for approval.
    DRAFT,
    APPROVED,
    SENT,
    /// The client says that it is there.
    RECEIVED,
    /// Taken back before it was sent; another takes its place.
    WITHDRAWN;

    /// The written code, `draft`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether the client's people see it.
    boolean isOpen() {
      return switch (this) {
        case READY, SENT, RECEIVED -> true;
        case DRAFT, APPROVED, WITHDRAWN -> false;
      };
    }

    /// The state after a step; null when the step is not possible here.
    @Nullable State after(Step step) {
      return switch (step) {
        case APPROVE -> this == READY || this == DRAFT ? APPROVED : null;
        case SEND -> this == APPROVED ? SENT : null;
        case RECEIVE -> this == SENT ? RECEIVED : null;
        case WITHDRAW -> this == READY || this == DRAFT || this == APPROVED ? WITHDRAWN : null;
      };
    }
  }

  /// What a person does with a report.
  enum Step {
    APPROVE,
    SEND,
    RECEIVE,
    WITHDRAW;

    /// The written code, `approve`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Two things can be kept as a report.
  enum Form {
    /// A contract's record over a period, a [Dossier].
    DOSSIER,
    /// A document about an occasion, a [DrawnPaper].
    PAPER
  }
}
