package org.shouyue.contract.score;

/// Counts for one field.
///
/// @param right read and in the key
/// @param read all that was read
/// @param expected all that is in the key
public record Tally(int right, int read, int expected) {

  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(right + other.right, read + other.read, expected + other.expected);
  }

  /// The share of what was read that is right; 1 when nothing was read.
  public double precision() {
    return read == 0 ? 1 : (double) right / read;
  }

  /// The share of the key that was read; 1 when the key is empty.
  public double recall() {
    return expected == 0 ? 1 : (double) right / expected;
  }
}
