package org.shouyue.server.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A security incident (安全事件) and where its response stands.
///
/// @param ticketId the ticket on which its clocks run
/// @param origin what it was made from: `finding/…`, `ticket/…` or `person`
/// @param factors what its grade follows from; null before anybody said
/// @param proposed the grade that follows from the factors; null before
/// @param grade the grade that a person confirmed; null before
/// @param gradeReason why it is not the proposed one; null when it is
/// @param occurredAt when it began, as far as is known
/// @param detectedAt when it was first seen
record Incident(
    UUID id,
    UUID clientId,
    UUID contractId,
    UUID ticketId,
    String number,
    String title,
    String origin,
    Category category,
    Operator operator,
    @Nullable Factors factors,
    @Nullable Grade proposed,
    @Nullable Grade grade,
    @Nullable String gradeReason,
    @Nullable String gradedBy,
    @Nullable Instant gradedAt,
    Phase phase,
    Instant occurredAt,
    Instant detectedAt,
    Instant openedAt,
    String openedBy,
    @Nullable Instant respondedAt,
    @Nullable Instant containedAt,
    @Nullable Instant recoveredAt,
    @Nullable Instant closedAt,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    Review review,
    @Nullable UUID planId,
    @Nullable UUID reportId) {

  /// What the post-incident report says in people's words (contract clauses 1-2.10 and 2-A5).
  ///
  /// @param description 事后事故描述
  /// @param handling 事故处理及恢复
  /// @param rootCause 溯源
  /// @param tracking 后续跟踪
  record Review(
      String description, String handling, String rootCause, String tracking, String lessons) {
    /// Whether everything that must be said is said.
    boolean complete() {
      return !description.isBlank()
          && !handling.isBlank()
          && !rootCause.isBlank()
          && !lessons.isBlank();
    }
  }

  /// How long each stage took, in seconds; null for what has not come to pass.
  record Measures(
      long detect, @Nullable Long respond, @Nullable Long contain, @Nullable Long recover) {}

  Measures measures() {
    return new Measures(
        Duration.between(occurredAt, detectedAt).toSeconds(),
        since(respondedAt),
        since(containedAt),
        since(recoveredAt));
  }

  /// The name under which other rooms speak of it.
  String about() {
    return "incident/" + id;
  }

  private @Nullable Long since(@Nullable Instant later) {
    return later == null ? null : Duration.between(detectedAt, later).toSeconds();
  }
}
