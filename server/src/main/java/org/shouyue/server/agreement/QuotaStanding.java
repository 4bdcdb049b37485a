package org.shouyue.server.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a quota is used up in one of its periods.
///
/// @param clause the clause that sets it, as printed; null when the contract prints none
/// @param from first day of the period
/// @param to last day of the period, included
/// @param used how many count against the ceiling
/// @param extra how many were agreed beyond the ceiling
/// @param current whether the period holds the present day
public record QuotaStanding(
    String serviceId,
    String title,
    @Nullable String clause,
    LocalDate from,
    LocalDate to,
    int atMost,
    int used,
    int extra,
    boolean current,
    List<Use> uses) {
  public QuotaStanding {
    uses = List.copyOf(uses);
  }

  /// One use.
  ///
  /// @param about the thing that used it, as in `ticket/0197…`; null for uses from before it was
  ///   kept
  /// @param extra agreed beyond the ceiling
  /// @param returnedAt when it was given back; null while it counts
  public record Use(
      int n,
      Instant at,
      String what,
      @Nullable String about,
      boolean extra,
      @Nullable Instant returnedAt) {}

  /// How many are left; never below 0.
  public int left() {
    return Math.max(0, atMost - used);
  }

  /// Whether the last but a fifth is used: from here on people are warned.
  boolean isNearlyUsed() {
    return used * 5 >= atMost * 4;
  }
}
