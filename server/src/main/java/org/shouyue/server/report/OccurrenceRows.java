package org.shouyue.server.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Obligation;

/// Turns obligations into the occurrences of one period. Each obligation belongs to one period
/// only: one that was kept to the period in which it was done, any other to the one in which its
/// window ended.
final class OccurrenceRows {
  private final Span span;
  private final Map<UUID, String> assets;
  private final EvidenceAbout evidence;

  OccurrenceRows(Span span, Map<UUID, String> assets, EvidenceAbout evidence) {
    this.span = span;
    this.assets = Map.copyOf(assets);
    this.evidence = evidence;
  }

  /// The period and the moment at which it is looked at.
  record Span(Instant from, Instant to, Instant now) {
    boolean holds(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  /// The occurrences of each service in order of their windows.
  Map<String, List<Occurrence>> of(List<Obligation> obligations) {
    var rows = new LinkedHashMap<String, List<Occurrence>>();
    for (Obligation obligation : obligations) {
      Occurrence occurrence = occurrence(obligation);
      if (belongs(obligation, occurrence.outcome())) {
        rows.computeIfAbsent(obligation.serviceId(), _ -> new ArrayList<>()).add(occurrence);
      }
    }
    return rows;
  }

  private boolean belongs(Obligation obligation, Outcome outcome) {
    Instant performed = obligation.performedAt();
    return switch (outcome) {
      case DONE ->
          performed != null
              && span.holds(performed.isBefore(obligation.dueAt()) ? performed : ended(obligation));
      case LATE, MISSED, WAIVED, CANCELLED -> span.holds(ended(obligation));
      case UNKNOWN -> span.holds(ended(obligation)) || open(obligation);
      case UPCOMING -> open(obligation);
    };
  }

  private static Instant ended(Obligation obligation) {
    return obligation.dueAt().minusNanos(1);
  }

  private boolean open(Obligation obligation) {
    return obligation.windowFrom().isBefore(span.to()) && obligation.dueAt().isAfter(span.from());
  }

  private Occurrence occurrence(Obligation obligation) {
    List<Long> proof = evidence.of("obligation/" + obligation.id());
    Outcome outcome = outcome(obligation);
    boolean unproven = outcome == Outcome.DONE || outcome == Outcome.LATE;
    if (unproven && proof.isEmpty()) {
      return row(obligation, Outcome.UNKNOWN, "已登记完成，但没有留存证据", proof);
    }
    return row(obligation, outcome, note(obligation, outcome), proof);
  }

  private Occurrence row(
      Obligation obligation, Outcome outcome, @Nullable String note, List<Long> proof) {
    UUID asset = obligation.assetId();
    return new Occurrence(
        obligation.id().toString(),
        obligation.windowFrom(),
        obligation.windowTo(),
        outcome,
        obligation.performedAt(),
        asset == null ? null : assets.get(asset),
        note,
        proof);
  }

  private Outcome outcome(Obligation obligation) {
    return switch (obligation.state()) {
      case PLANNED, DUE, RUNNING ->
          obligation.dueAt().isAfter(span.now()) ? Outcome.UPCOMING : Outcome.MISSED;
      case UNKNOWN -> Outcome.UNKNOWN;
      case DONE -> obligation.performedAt() == null ? Outcome.UNKNOWN : Outcome.DONE;
      case LATE -> obligation.performedAt() == null ? Outcome.UNKNOWN : Outcome.LATE;
      case MISSED -> Outcome.MISSED;
      case WAIVED -> Outcome.WAIVED;
      case CANCELLED -> Outcome.CANCELLED;
    };
  }

  private static @Nullable String note(Obligation obligation, Outcome outcome) {
    return switch (outcome) {
      case DONE, UPCOMING -> null;
      case LATE, MISSED, WAIVED, UNKNOWN, CANCELLED -> obligation.reason();
    };
  }
}
