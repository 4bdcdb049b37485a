package org.shouyue.contract;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// How long a contract runs.
///
/// @param from first day of service, null when it is set by the signing
/// @param to last day of service, included; null when it follows from the signing and the length
/// @param length `P1Y`, `P24M`; null when neither written nor derivable
/// @param starts what sets the first day
/// @param renewal how it goes on after its end, null when the text is silent
/// @param renewalLength by how long a renewal extends it, null when unknown
public record Term(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Period length,
    @Nullable Start starts,
    @Nullable Renewal renewal,
    @Nullable Period renewalLength,
    @Nullable Lines lines) {

  public Term {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a term ends on or after its first day, not " + from + ".." + to);
    }
  }

  /// What sets the first day of service: a written date (`fixed`) or the day of signature
  /// (`signing`).
  public enum Start {
    FIXED,
    SIGNING
  }

  /// `automatic`: goes on unless somebody objects; `negotiated`: the parties may agree to go on.
  public enum Renewal {
    AUTOMATIC,
    NEGOTIATED
  }
}
