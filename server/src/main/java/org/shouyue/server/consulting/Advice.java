package org.shouyue.server.consulting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Advice that the client asked for.
///
/// @param serviceId the service item it is asked under; null for any
/// @param wantedBy the last day on which it is of use; null when none was said
/// @param documents what was delivered, the latest first
/// @param obligationId the promise that it kept; null when none was waiting
record Advice(
    UUID id,
    UUID clientId,
    UUID contractId,
    @Nullable String serviceId,
    Topic topic,
    String title,
    String question,
    @Nullable LocalDate wantedBy,
    State state,
    Instant askedAt,
    String askedBy,
    @Nullable UUID obligationId,
    List<Document> documents) {
  Advice {
    documents = List.copyOf(documents);
  }

  /// What it is about.
  enum Topic {
    /// Security plans: near, middle, long term (安全规划设计).
    PLANNING,
    /// Schemes for integration and applications (安全集成方案设计).
    INTEGRATION,
    /// Self-checks asked for by higher authorities.
    SELF_CHECK,
    OTHER;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Topic of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// Where it stands.
  enum State {
    OPEN,
    /// A document lies with the client.
    DELIVERED,
    /// The client's signatory accepted it.
    ACCEPTED,
    WITHDRAWN;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One version of what was delivered.
  ///
  /// @param evidenceSeq its place in the contract's chain
  /// @param receivedAt when the client confirmed that it arrived; null until then
  /// @param verdict `accepted` or `returned`; null until judged
  record Document(
      int version,
      String name,
      String note,
      long evidenceSeq,
      Instant deliveredAt,
      String deliveredBy,
      @Nullable Instant receivedAt,
      @Nullable String receivedBy,
      @Nullable String verdict,
      @Nullable Instant judgedAt,
      @Nullable String judgedBy,
      @Nullable String remarks) {}
}
