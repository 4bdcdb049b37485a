package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// One promise of the contract with everything that fell due under it in the period.
///
/// @param serviceId the service item's id in the contract
/// @param clause the clause number as printed; null when the contract numbers none
/// @param promise the promise in the contract's own words
/// @param lines where it stands in the source document; null when written by hand
/// @param frequency written code, `P3M`, `on-event`; null when the text says none
/// @param atMost the ceiling of a quota; null when there is none
/// @param valueAdded true when it is priced apart: owed only when ordered
/// @param automatic true when the product performs it by itself, false when a person does
/// @param occurrences in order of their windows
/// @param cases numbers of the tickets served under this clause
public record ClauseRow(
    String serviceId,
    @Nullable String clause,
    String title,
    String promise,
    @Nullable Lines lines,
    @Nullable String frequency,
    @Nullable Integer atMost,
    boolean valueAdded,
    boolean automatic,
    List<Occurrence> occurrences,
    List<String> cases) {

  public ClauseRow {
    occurrences = List.copyOf(occurrences);
    cases = List.copyOf(cases);
  }

  /// What the occurrences add up to.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Tally tally() {
    return Tally.of(occurrences);
  }

  /// The judgement over the clause.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Verdict verdict() {
    return Verdict.over(tally(), eventBound(), cases.size());
  }

  /// True when it is owed only on an event, on request or when ordered, or is a quota that may stay
  /// unused.
  boolean eventBound() {
    return valueAdded
        || atMost != null
        || "on-event".equals(frequency)
        || "on-request".equals(frequency);
  }

  /// The clause number, or the service item's id where the contract prints none.
  String label() {
    return clause == null ? serviceId : clause;
  }
}
