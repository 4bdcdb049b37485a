package org.shouyue.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One promised service with its cycle, scope and deliverables (服务项).
///
/// @param id unique in the contract, stable for the same document: the clause path, e.g. `A.2` or
///   `2-15`
/// @param clause the clause number as printed
/// @param text the promise in the contract's own words
/// @param lines where it stands; null when a person wrote the contract by hand
/// @param capability code of the kind of work, see [Capability]
/// @param frequency how often; null when the text does not say
/// @param atMost the ceiling where the frequency is a quota ("at most ten a year"); null when there
///   is none
/// @param deadline where in each period it is due ("by the 25th"); null for the period's end
/// @param deliverables names of the documents to hand over
/// @param scope the systems, sites or objects it covers, as named
/// @param valueAdded true when it is priced apart and not part of the fee (增值服务)
public record ServiceItem(
    String id,
    @Nullable String clause,
    String title,
    String text,
    @Nullable Lines lines,
    Capability capability,
    @Nullable Frequency frequency,
    @Nullable Integer atMost,
    @Nullable Deadline deadline,
    List<String> deliverables,
    List<String> scope,
    boolean valueAdded) {

  public ServiceItem {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a service item has an id");
    }
    if (atMost != null && atMost < 1) {
      throw new IllegalArgumentException("a quota allows at least one, not " + atMost);
    }
    deliverables = List.copyOf(deliverables);
    scope = List.copyOf(scope);
  }
}
