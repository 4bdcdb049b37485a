package org.shouyue.contract;

import org.jspecify.annotations.Nullable;

/// Something that only a person can decide before the contract is put in force.
///
/// @param message what is unclear, in Chinese, with the two readings where there are two
public record Ambiguity(Code code, String message, @Nullable Lines lines) {

  /// Why it is unclear.
  public enum Code {
    /// The text says two different things.
    CONFLICT,
    /// The text leaves a blank to be filled in.
    BLANK,
    /// The text cannot be turned into a rule.
    UNCLEAR
  }
}
