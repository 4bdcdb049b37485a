package org.shouyue.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// No plan, because a person must decide or fill in something first.
///
/// @param refusals everything that stands in the way, at least one
public record PlanRefused(List<Refusal> refusals) implements PlanAnswer {

  public PlanRefused {
    refusals = List.copyOf(refusals);
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal has a reason");
    }
  }

  /// One thing that stands in the way.
  ///
  /// @param lines where in the document; null when nothing there says it
  public record Refusal(Code code, String chinese, String english, @Nullable Lines lines) {}

  /// Why.
  public enum Code {
    /// The document says two things, or leaves a blank, and nobody has decided.
    UNDECIDED,
    /// The first or the last day of service is not known.
    NO_TERM,
    /// The term starts with the signing, whose day is not known.
    NOT_SIGNED,
    /// The term is longer than any service contract: a misread year.
    ABSURD_TERM
  }
}
